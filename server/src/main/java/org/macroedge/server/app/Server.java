package org.macroedge.server.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.access.AccessSummary;
import org.macroedge.server.access.LocalSecret;
import org.macroedge.server.access.keys.ApiKeys;
import org.macroedge.server.events.EventForwarding;
import org.macroedge.server.events.EventNotices;
import org.macroedge.server.events.EventPump;
import org.macroedge.server.jobs.JobScheduler;
import org.macroedge.server.jobs.TaskRunner;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.config.StartedByServer;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.database.DatabaseWatch;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.NoteMessage;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.time.VirtualClock;
import org.macroedge.server.stream.EventStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/// The HTTP server over a home.
public final class Server implements AutoCloseable {

    /// In this order; a server of one role has some of them.
    private static final List<Class<? extends StartedByServer>> STARTED = List.of(
            EventPump.class,
            EventForwarding.class,
            EventNotices.class,
            EventStream.class,
            TaskRunner.class,
            JobScheduler.class);

    private final HomeDirectory home;
    private final String host;
    private final Session session;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable MacroEdgeException failure;
    private boolean closing;

    private Server(Settings settings, Session session) {
        this.home = settings.home();
        this.host = settings.access().ownHost();
        this.session = session;
        session.context().addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        session.context().addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) this::hear);
    }

    private void hear(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof DatabaseWatch.Lost lost) {
            fail(lost.why());
        }
    }

    private void fail(MacroEdgeException why) {
        failure = why;
        closed.countDown();
    }

    /// Opens the home's store, starts to answer, and notes so in the home.
    ///
    /// @throws MacroEdgeException with `home-in-use` where another server holds the home, or with
    /// `setting-fault` where another program listens at the port
    public static Server start(Settings settings, Clock clock, Notes notes) {
        if (clock instanceof VirtualClock) {
            notes.add(NoteMessage.VIRTUAL_CLOCK.text(clock));
        }
        Session session = open(settings, clock, notes);
        Server server = new Server(settings, session);
        session.onStop(server::close);
        try {
            STARTED.forEach(server::begin);
            ServerFile.write(
                    settings.home(),
                    server.address(),
                    session.get(LocalSecret.class).text());
            return server;
        } catch (RuntimeException fault) {
            server.close();
            throw fault;
        }
    }

    private void begin(Class<? extends StartedByServer> work) {
        session.context().getBeanProvider(work).ifAvailable(StartedByServer::start);
    }

    private static Session open(Settings settings, Clock clock, Notes notes) {
        try {
            Session.refuseServed(settings.home());
            checkPort(settings.access().address(), settings.port());
            return Session.forServer(settings, clock, notes, values -> run(settings, values));
        } catch (PortInUseException fault) {
            throw AppMessage.PORT_TAKEN.causedBy(fault, fault.getPort(), Variable.PORT.key());
        }
    }

    private static ConfigurableApplicationContext run(Settings settings, Consumer<GenericApplicationContext> values) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(Modules.SERVER);
        leaveLogAlone(builder.application());
        return builder.profiles(profiles(settings))
                .initializers(context -> values.accept((GenericApplicationContext) context))
                .registerShutdownHook(false)
                .properties(TraceProperties.of(settings.traces()))
                .properties(PageProperties.of(settings.roles()))
                .run(
                        "--server.address=" + settings.access().address().getHostAddress(),
                        "--server.port=" + settings.port(),
                        "--management.health.diskspace.path=" + settings.home().path());
    }

    /// The log is set up by its own file. Spring Boot would read that file again while other
    /// threads log, end the log before the server has ended, and write lines of a form of its own.
    private static void leaveLogAlone(SpringApplication application) {
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
    }

    private static String[] profiles(Settings settings) {
        return Stream.concat(
                        Stream.of(ServerOnly.PROFILE), settings.roles().stream().map(ServerRole::code))
                .toArray(String[]::new);
    }

    /// Before the store opens, which takes seconds. The web server finds out again.
    private static void checkPort(InetAddress address, int port) {
        try {
            new ServerSocket(port, 1, address).close();
        } catch (IOException refused) {
            if (!isOfThisMachine(address)) {
                throw AppMessage.FOREIGN_ADDRESS.causedBy(refused, Variable.ADDRESS.key(), address.getHostAddress());
            }
            throw new PortInUseException(port, refused);
        }
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    ConfigurableApplicationContext context() {
        return session.context();
    }

    /// Where this machine itself reaches it.
    public URI address() {
        return URI.create(
                "http://" + host + ":" + session.context().getEnvironment().getProperty("local.server.port", "8080"));
    }

    /// Who may ask it, in a sentence.
    public String access() {
        return AccessSummary.of(session.get(Settings.class).access(), session.get(ApiKeys.class))
                .text();
    }

    /// Waits until the server is closed.
    ///
    /// @throws MacroEdgeException where it cannot go on; the caller closes it
    public void await() {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        MacroEdgeException why = failure;
        if (why != null) {
            throw why;
        }
    }

    /// Ends the requests in progress, then events and tasks, then the database.
    @Override
    public synchronized void close() {
        if (!closing) {
            closing = true;
            if (failure == null) {
                ServerFile.remove(home);
            }
            session.closeStore();
        }
    }
}
