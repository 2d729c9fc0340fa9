package org.macroedge.server.app;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.macroedge.server.events.EventPump;
import org.macroedge.server.jobs.TaskRunner;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/// The HTTP server over a home.
public final class Server implements AutoCloseable {

    private final HomeDirectory home;
    private final Session session;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Server(HomeDirectory home, Session session) {
        this.home = home;
        this.session = session;
        session.context().addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
    }

    /// Opens the home's store, starts to answer on 127.0.0.1, and notes so in the home.
    ///
    /// @throws MacroEdgeException with `home-in-use` where another server holds the home, or with
    /// `setting-fault` where another program listens at the port
    public static Server start(Settings settings, Clock clock, Notes notes) {
        Session session = open(settings, clock, notes);
        Server server = new Server(settings.home(), session);
        session.get(EventPump.class).start();
        session.get(TaskRunner.class).start();
        ServerFile.write(settings.home(), server.address());
        return server;
    }

    private static Session open(Settings settings, Clock clock, Notes notes) {
        try {
            return Session.forServer(settings, clock, notes, values -> run(settings, values));
        } catch (PortInUseException fault) {
            throw new MacroEdgeException(
                    ProblemCode.SETTING_FAULT,
                    "another program listens at port " + fault.getPort(),
                    "",
                    "Name another port with --port or " + Variable.PORT.key() + ", or 0 for any free one",
                    fault);
        }
    }

    private static ConfigurableApplicationContext run(Settings settings, Consumer<GenericApplicationContext> values) {
        return new SpringApplicationBuilder(Modules.SERVER)
                .profiles(ServerOnly.PROFILE)
                .initializers(context -> values.accept((GenericApplicationContext) context))
                .registerShutdownHook(false)
                .run("--server.port=" + settings.port());
    }

    ConfigurableApplicationContext context() {
        return session.context();
    }

    public URI address() {
        return URI.create(
                "http://127.0.0.1:" + session.context().getEnvironment().getProperty("local.server.port", "8080"));
    }

    /// Waits until the server is closed.
    public void await() {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the requests in progress, then events and tasks, then the database.
    @Override
    public void close() {
        ServerFile.remove(home);
        session.closeStore();
    }
}
