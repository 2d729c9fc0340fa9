package org.macroedge.server.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            defaultValue = "${env:MACRO_EDGE_PORT:-8080}",
            description = "Listen here on 127.0.0.1; 0 for any free port (default: $$MACRO_EDGE_PORT, else 8080).")
    private int port;

    private final Clock clock;
    private final Class<?> application;

    @Spec
    @Nullable
    CommandSpec spec;

    ServeCommand(Clock clock, Class<?> application) {
        this.clock = clock;
        this.application = application;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Session session = Session.forServer(home, clock, console.notes());
        Server server;
        try {
            server = Server.start(application, session, clock, port);
        } catch (RuntimeException fault) {
            session.close();
            throw fault;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        console.out().println("macro-edge is at " + server.address() + " (stop with Ctrl+C)");
        console.out().flush();
        server.await();
        return 0;
    }
}
