package org.macroedge.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueFault;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.CatalogueSchemas;
import org.macroedge.server.catalogue.FileKind;
import org.macroedge.server.catalogue.WeightSetViews;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.prices.profile.PriceProfileReader;
import org.macroedge.server.prices.profile.PriceProfiles;
import org.macroedge.server.releases.profile.ProfileReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Checks the catalogue and its profiles after an edit.
@Command(name = "catalogue", description = "The product's knowledge.", mixinStandardHelpOptions = true)
final class CatalogueCommand {

    @Spec
    @Nullable
    CommandSpec spec;

    /// Names every fault of all files with file, line and field, or says what was found.
    @Command(
            name = "check",
            description = "Says what is wrong in an edited catalogue, and where.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge catalogue check --catalogue ./mine"})
    int check(
            @Option(
                            names = "--catalogue",
                            paramLabel = "DIR",
                            description = "The catalogue's folder (default: $MACRO_EDGE_CATALOGUE, else catalogue).")
                    @Nullable
                    Path option)
            throws IOException {
        Path folder = Settings.of(System.getenv(), Console.of(spec)::note)
                .withCatalogue(option)
                .catalogue();
        List<CatalogueFault> faults = new ArrayList<>();
        Catalogue catalogue = load(folder, faults);
        List<Path> profiles = profiles(folder.resolve("profiles"));
        List<Path> prices = profiles(folder.resolve(PriceProfiles.FOLDER));
        CatalogueSchemas schemas = new CatalogueSchemas(folder);
        profiles.forEach(profile -> check(profile, catalogue, schemas, faults));
        prices.forEach(profile -> checkPrices(profile, schemas, faults));
        if (catalogue == null || !faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        Page page = Console.of(spec).page();
        page.text(String.format(
                "No fault: %d indicators, %d instruments, %d weight sets, %d sources, %d series of prices, %d profiles",
                catalogue.indicators().size(),
                catalogue.instruments().size(),
                catalogue.weightSetIds().size(),
                catalogue.sources().size(),
                catalogue.prices().size(),
                profiles.size() + prices.size()));
        WeightSetViews.withoutWeights(catalogue)
                .forEach(instrument -> page.text("Warning: no weight set has exposures for " + instrument
                        + ", so it never has a bias; add it to `exposures` in weight-sets.yaml"));
        return 0;
    }

    private static @Nullable Catalogue load(Path folder, List<CatalogueFault> faults) {
        try {
            return CatalogueLoader.load(folder);
        } catch (CatalogueException wrong) {
            faults.addAll(wrong.faults());
            return null;
        }
    }

    private static List<Path> profiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void checkPrices(Path profile, CatalogueSchemas schemas, List<CatalogueFault> faults) {
        try {
            PriceProfileReader.read(profile, schemas);
        } catch (CatalogueException wrong) {
            faults.addAll(wrong.faults());
        }
    }

    /// A profile's form can be checked beside a broken catalogue, its indicators cannot.
    private static void check(
            Path profile, @Nullable Catalogue catalogue, CatalogueSchemas schemas, List<CatalogueFault> faults) {
        try {
            if (catalogue == null) {
                faults.addAll(schemas.faults(FileKind.PROFILE, YamlDocument.read(profile)));
            } else {
                ProfileReader.read(profile, catalogue);
            }
        } catch (CatalogueException wrong) {
            faults.addAll(wrong.faults());
        }
    }
}
