package org.macroedge.server.cli;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventPump;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.importing.Profiles;
import org.macroedge.server.releases.importing.RunningImports;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/// The HTTP server over an open session.
final class Server implements AutoCloseable {

    private final Session session;
    private final ConfigurableApplicationContext context;
    private final EventPump pump;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Server(Session session, ConfigurableApplicationContext context, EventPump pump) {
        this.session = session;
        this.pump = pump;
        this.context = context;
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
    }

    /// Starts to answer on 127.0.0.1, and notes so in the home.
    ///
    /// @param port 0 for any free one
    static Server start(Class<?> application, Session session, Clock clock, int port) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .initializers(fresh -> register((GenericApplicationContext) fresh, session, clock))
                .registerShutdownHook(false)
                .run("--server.port=" + port);
        Server server = new Server(session, context, session.pump(clock));
        ServerFile.write(session.home(), server.address());
        return server;
    }

    private static void register(GenericApplicationContext context, Session session, Clock clock) {
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(CatalogueInForce.class, session::catalogue);
        context.registerBean(Profiles.class, session::profiles);
        context.registerBean(RunningImports.class, () -> new RunningImports(clock));
        context.registerBean(Imports.class, session::imports);
        context.registerBean(LatestSurprises.class, session::surprises);
        context.registerBean(LatestBias.class, session::bias);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port", "8080"));
    }

    /// Waits until the server is closed.
    void await() {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ServerFile.remove(session.home());
        context.close();
        pump.close();
        session.close();
    }
}
