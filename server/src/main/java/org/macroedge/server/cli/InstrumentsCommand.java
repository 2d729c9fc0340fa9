package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.catalogue.view.InstrumentItem;
import org.macroedge.server.catalogue.view.InstrumentList;
import org.macroedge.server.cli.tables.InstrumentsTable;
import org.macroedge.server.platform.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints what is traded. Without a server, and without a record time, it needs the catalogue's files alone, no store.
@Command(
        name = "instruments",
        description = "Every instrument of the catalogue.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  macro-edge instruments", "  macro-edge instruments --format csv"})
final class InstrumentsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("instrument", "name", "asset_class", "direction_class");

    @Mixin
    private final CatalogueOptions options = new CatalogueOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    InstrumentsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options.read());
        return runner.show(new Read<>(
                "instruments",
                Map.of(),
                InstrumentList.class,
                local(runner, options.read()),
                answer -> null,
                COLUMNS,
                answer -> answer.items().stream().map(InstrumentsCommand::cells).toList(),
                InstrumentsTable::print));
    }

    /// The files alone have no past.
    private Supplier<InstrumentList> local(ReadRunner runner, ReadOptions read) {
        return read.recordedAt() == null
                ? runner.files(() -> InstrumentList.of(catalogue().instruments()))
                : runner.store(session -> InstrumentList.of(session.get(CatalogueInForce.class)
                        .at(read.recordedAt())
                        .instruments()));
    }

    private static List<@Nullable Object> cells(InstrumentItem item) {
        return Arrays.asList(item.instrument(), item.name(), item.assetClass(), item.directionClass());
    }

    private Catalogue catalogue() {
        Settings settings = options.home.settings();
        return LoadedCatalogue.load(settings.catalogue(), settings.home().path().resolve(CatalogueLoader.CHECKED))
                .catalogue();
    }
}
