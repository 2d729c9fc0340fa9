package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.config.LogForm;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.error.InvalidValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Serves the board and the API.
@Command(
        name = "serve",
        description = "Serves the board and the REST API on this machine, until it is stopped.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge serve --port 9000",
            "  macro-edge serve --home ./trial    a store of its own"
        })
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Listen here on 127.0.0.1; 0 for any free port (default: $$MACRO_EDGE_PORT, else 8080).")
    private @Nullable Integer port;

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    ServeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        try (Server server = Server.start(settings(), clock, console::note)) {
            PrintWriter out = LogForm.current() == LogForm.JSON ? console.notes() : console.out();
            out.println("macro-edge is at " + server.address() + " (stop with Ctrl+C)");
            out.println("Access is " + server.access() + ".");
            out.flush();
            server.await();
        }
        return 0;
    }

    private Settings settings() {
        if (port != null && (port < 0 || port > Settings.MAX_PORT)) {
            throw InvalidValue.NOT_ALLOWED.exception("--port", port, "0 to " + Settings.MAX_PORT);
        }
        return home.settings().withPort(port);
    }
}
