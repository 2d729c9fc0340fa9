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
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.surprises.LatestSurprises;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

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
        HomeDirectory directory = settings.home();
        line(out, "java", System.getProperty("java.runtime.version"));
        line(out, "formula", String.valueOf(FormulaVersion.CURRENT));
        boolean usable = catalogue(out, settings);
        line(out, "home", directory.path().toString());
        line(out, "database", settings.databaseUrl() == null ? "embedded" : "from " + Variable.DATABASE_URL.key());
        Optional<ServerFile> server = ServerFile.read(directory);
        line(
                out,
                "server",
                server.map(file -> file.address() + ", process " + file.processId())
                        .orElse("none"));
        if (server.isPresent()) {
            ofServer(out, new ServerClient(server.get().address()));
        } else if (usable) {
            ofStore(out, settings, console);
        }
        out.flush();
        return usable ? 0 : 1;
    }

    /// Whether the catalogue's files can be used.
    private static boolean catalogue(PrintWriter out, Settings settings) {
        try {
            Catalogue catalogue = CatalogueLoader.load(settings.catalogue());
            line(out, "catalogue", catalogue.indicators().size() + " indicators, hash " + catalogue.hash());
            return true;
        } catch (CatalogueException fault) {
            fault.faults().forEach(found -> line(out, "catalogue", "fault in " + found));
            return false;
        }
    }

    private static void ofServer(PrintWriter out, ServerClient server) {
        byte[] health = server.health();
        if (health == null) {
            line(out, "store", "held by the server, which does not answer");
            return;
        }
        line(out, "store", "held by the server");
        JsonNode state = Json.mapper()
                .readTree(health)
                .path("components")
                .path("catalogue")
                .path("details");
        line(out, "in force", "catalogue " + state.path("inForce").asString(""));
        if (state.has("difference")) {
            line(out, "difference", state.path("difference").asString(""));
        }
        state.path("faults").forEach(fault -> line(out, "fault", fault.asString("")));
    }

    private void ofStore(PrintWriter out, Settings settings, Console console) {
        try (Session session = Session.open(settings, clock, console::note)) {
            List<BatchView> batches = session.get(Imports.class).list();
            KnownReleases known = session.get(LatestSurprises.class).at(null).facts();
            line(
                    out,
                    "store",
                    known.releases().size() + " releases, " + batches.size()
                            + " batches, last change "
                            + known.recordedAt());
            line(
                    out,
                    "in force",
                    "catalogue " + session.get(CatalogueInForce.class).state().inForce());
        }
    }

    private static void line(PrintWriter out, String what, String how) {
        out.printf("%-10s %s%n", what, how);
    }
}
