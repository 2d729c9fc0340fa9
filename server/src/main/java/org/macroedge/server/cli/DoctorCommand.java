package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.server.app.Session;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.surprises.LatestSurprises;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Says how this installation stands.
@Command(
        name = "doctor",
        description = "Checks the catalogue, the home and the store, and says how they stand.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  macro-edge doctor", "  macro-edge doctor --home ./trial"})
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final HomeOptions home = new HomeOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    DoctorCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        PrintWriter out = console.out();
        Settings settings = home.settings();
        Catalogue catalogue = CatalogueLoader.load(settings.catalogue());
        HomeDirectory directory = settings.home();
        say(out, "java", System.getProperty("java.runtime.version"));
        say(out, "formula", String.valueOf(FormulaVersion.CURRENT));
        say(out, "catalogue", catalogue.indicators().size() + " indicators, hash " + catalogue.hash());
        say(out, "home", directory.path().toString());
        say(out, "database", settings.databaseUrl() == null ? "embedded" : "by address");
        Optional<ServerFile> server = ServerFile.read(directory);
        if (server.isPresent()) {
            say(
                    out,
                    "server",
                    server.get().address() + ", process " + server.get().processId());
            say(out, "store", "held by the server");
            out.flush();
            return 0;
        }
        say(out, "server", "none");
        try (Session session = Session.open(settings, clock, console::note)) {
            List<BatchView> batches = session.get(Imports.class).list();
            KnownReleases known = session.get(LatestSurprises.class).at(null).facts();
            say(
                    out,
                    "store",
                    known.releases().size() + " releases, " + batches.size()
                            + " batches, last change "
                            + known.recordedAt());
        }
        out.flush();
        return 0;
    }

    private static void say(PrintWriter out, String what, String how) {
        out.printf("%-10s %s%n", what, how);
    }
}
