package org.macroedge.server.app;

import java.nio.file.Files;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.DatabaseFaults;
import org.macroedge.server.platform.database.DatabaseOpening;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.NoteMessage;
import org.macroedge.server.platform.home.DiskSpace;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.HomeLock;
import org.macroedge.server.platform.home.ServerFile;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A home that this process holds by its lock, and the modules over its store.
public final class Session implements AutoCloseable {

    /// What a first run writes at most: the programs, an empty database and its log of changes.
    private static final long FIRST_RUN = 300 * DiskSpace.MEGABYTE;
    /// What the sample and all that is derived from it need beside.
    private static final long SAMPLE = 400 * DiskSpace.MEGABYTE;

    private final HomeLock lock;
    private final DatabaseOpening database;
    private final ConfigurableApplicationContext context;
    private final Notes notes;
    private final StopHook hook;

    private Session(
            HomeLock lock,
            DatabaseOpening database,
            ConfigurableApplicationContext context,
            Notes notes,
            StopHook hook) {
        this.lock = lock;
        this.database = database;
        this.context = context;
        this.notes = notes;
        this.hook = hook;
    }

    /// Opens the store of a home for a short command, which waits for others.
    ///
    /// @param notes receives what a first run does, which takes seconds
    /// @throws MacroEdgeException with `home-in-use` where a server holds the home
    public static Session open(Settings settings, Clock clock, Notes notes) {
        DatabaseOpening.checkHome(settings);
        refuseServed(settings.home());
        HomeLock lock = HomeLock.forCommand(settings.home(), notes::add);
        return start(lock, settings, clock, notes, values -> StoreContext.start(values, Modules.COMMAND));
    }

    /// Opens the store of a home for a server, of which a home has one.
    ///
    /// @param starting starts the server's context over the values it is given
    static Session forServer(
            Settings settings,
            Clock clock,
            Notes notes,
            Function<Consumer<GenericApplicationContext>, ConfigurableApplicationContext> starting) {
        DatabaseOpening.checkHome(settings);
        HomeLock lock = HomeLock.forServer(settings.home(), notes::add);
        return start(lock, settings, clock, notes, starting);
    }

    /// Fails where a server holds the home; it is named with its address.
    static void refuseServed(HomeDirectory home) {
        ServerFile.read(home).ifPresent(server -> refuse(home, server));
    }

    private static void refuse(HomeDirectory home, ServerFile server) {
        throw AppMessage.SERVED.exception(server.processId(), home.path(), server.address());
    }

    private static Session start(
            HomeLock lock,
            Settings settings,
            Clock clock,
            Notes notes,
            Function<Consumer<GenericApplicationContext>, ConfigurableApplicationContext> starting) {
        try {
            lock.busy(true);
            ServerFile.remove(settings.home());
            prepare(settings, notes);
            Session session = join(lock, settings, clock, notes, starting);
            lock.busy(false);
            return session;
        } catch (RuntimeException fault) {
            lock.close();
            throw cause(fault);
        }
    }

    private static void prepare(Settings settings, Notes notes) {
        HomeDirectory home = settings.home();
        if (settings.databaseUrl() == null && !Files.exists(home.database())) {
            DiskSpace.require(home.path(), settings.sample() ? FIRST_RUN + SAMPLE : FIRST_RUN, "to set up the store");
            notes.add(NoteMessage.FIRST_RUN.text(home.path()));
        }
    }

    /// Joins the modules while the database opens.
    private static Session join(
            HomeLock lock,
            Settings settings,
            Clock clock,
            Notes notes,
            Function<Consumer<GenericApplicationContext>, ConfigurableApplicationContext> starting) {
        DatabaseOpening database = DatabaseOpening.start(settings);
        StopHook hook = StopHook.register(database::abandon);
        try {
            ConfigurableApplicationContext context = starting.apply(values -> {
                values.registerBean(Settings.class, () -> settings);
                values.registerBean(Clock.class, () -> clock);
                values.registerBean(Notes.class, () -> notes);
                values.registerBean(
                        DatabaseOpening.class, () -> database, definition -> definition.setDestroyMethodName(""));
            });
            return new Session(lock, database, context, notes, hook);
        } catch (RuntimeException fault) {
            database.close();
            hook.remove();
            throw fault;
        }
    }

    /// Sets what happens when this process is told to stop. Until then, its database is stopped.
    void onStop(Runnable work) {
        hook.replace(work);
    }

    /// A service of the modules.
    public <T> T get(Class<T> service) {
        try {
            return context.getBean(service);
        } catch (BeansException fault) {
            throw cause(fault);
        }
    }

    /// The first cause that is not Spring's own: its message is written for users.
    private static RuntimeException cause(RuntimeException fault) {
        RuntimeException cause = fault;
        while (cause instanceof BeansException && cause.getCause() instanceof RuntimeException next) {
            cause = next;
        }
        return cause;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /// Brings what is stored of surprises and biases up to the facts.
    private void drain() {
        EventDelivery delivery = context.getBean(EventDelivery.class);
        if (delivery.isBehind()) {
            lock.busy(true);
            notes.add(NoteMessage.HISTORY_BEHIND.text());
            delivery.drain();
        }
    }

    /// Brings the stored history up to date, and closes the store.
    @Override
    public void close() {
        try {
            drain();
        } catch (RuntimeException fault) {
            RuntimeException cause = cause(fault);
            String why = DatabaseFaults.of(cause).map(Throwable::getMessage).orElse(cause.getMessage());
            notes.add(NoteMessage.HISTORY_STAYS_BEHIND.advice(String.valueOf(why)) + ".");
        }
        closeStore();
    }

    /// Closes the store of a server, whose event pump has brought the stored history up to date.
    void closeStore() {
        try {
            context.close();
            database.close();
        } finally {
            hook.remove();
            lock.close();
        }
    }
}
