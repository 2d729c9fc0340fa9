package org.macroedge.server.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.view.InstrumentItem;
import org.macroedge.server.catalogue.view.InstrumentList;
import org.macroedge.server.platform.home.HomeDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints what is traded; asks the catalogue alone.
@Command(name = "instruments", description = "Every instrument of the catalogue.", mixinStandardHelpOptions = true)
final class InstrumentsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("instrument", "name", "asset_class", "direction_class");

    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).")
    private QuestionOptions.Format format = QuestionOptions.Format.TABLE;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Path checked = HomeDirectory.of(System.getenv(), home.home).path().resolve(CatalogueLoader.CHECKED);
        InstrumentList answer =
                InstrumentList.of(CatalogueLoader.load(home.catalogue, checked).instruments());
        Answer.write(
                Console.of(spec).out(),
                format,
                answer,
                COLUMNS,
                answer.items().stream().map(InstrumentsCommand::cells).toList(),
                out -> answer.items()
                        .forEach(one -> out.printf(
                                "%-7s  %-26s %-16s %s%n",
                                one.instrument(),
                                one.name(),
                                Tables.words(one.assetClass()),
                                Tables.words(one.directionClass()))));
        return 0;
    }

    private static List<@Nullable Object> cells(InstrumentItem one) {
        return Arrays.asList(one.instrument(), one.name(), one.assetClass(), one.directionClass());
    }
}
