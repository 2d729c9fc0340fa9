package org.macroedge.server.app;

import java.nio.file.Files;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.DatabaseOpening;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.HomeLock;
import org.macroedge.server.platform.home.ServerFile;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A home that this process holds by its lock, and the modules over its store.
public final class Session implements AutoCloseable {

    private final HomeLock lock;
    private final DatabaseOpening database;
    private final ConfigurableApplicationContext context;
    private final Notes notes;

    private Session(HomeLock lock, DatabaseOpening database, ConfigurableApplicationContext context, Notes notes) {
        this.lock = lock;
        this.database = database;
        this.context = context;
        this.notes = notes;
    }

    /// Opens the store of a home for a short command, which waits for others.
    ///
    /// @param notes receives what a first run does, which takes seconds
    /// @throws MacroEdgeException with `home-in-use` where a server holds the home
    public static Session open(Settings settings, Clock clock, Notes notes) {
        HomeLock lock = lock(settings.home(), notes, home -> HomeLock.forCommand(home, notes::add));
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
        HomeLock lock = lock(settings.home(), notes, home -> HomeLock.forServer(home, notes::add));
        return start(lock, settings, clock, notes, starting);
    }

    private static HomeLock lock(HomeDirectory home, Notes notes, Function<HomeDirectory, HomeLock> locking) {
        ServerFile.read(home).ifPresent(server -> refuse(home, server));
        HomeLock lock = locking.apply(home);
        if (!Files.exists(home.database())) {
            notes.add("First run: setting up the store in " + home.path());
        }
        return lock;
    }

    private static void refuse(HomeDirectory home, ServerFile server) {
        throw new MacroEdgeException(
                ProblemCode.HOME_IN_USE,
                "the home directory is in use by a server, process " + server.processId(),
                home.path().toString(),
                "Its address is " + server.address() + "; stop it, or name another home with --home");
    }

    /// Joins the modules while the database opens.
    private static Session start(
            HomeLock lock,
            Settings settings,
            Clock clock,
            Notes notes,
            Function<Consumer<GenericApplicationContext>, ConfigurableApplicationContext> starting) {
        DatabaseOpening database = DatabaseOpening.start(settings);
        try {
            ConfigurableApplicationContext context = starting.apply(values -> {
                values.registerBean(Settings.class, () -> settings);
                values.registerBean(Clock.class, () -> clock);
                values.registerBean(Notes.class, () -> notes);
                values.registerBean(
                        DatabaseOpening.class, () -> database, definition -> definition.setDestroyMethodName(""));
            });
            return new Session(lock, database, context, notes);
        } catch (RuntimeException fault) {
            database.close();
            lock.close();
            throw cause(fault);
        }
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
            notes.add("Bringing the stored history of surprises and biases up to date");
            delivery.drain();
        }
    }

    /// Brings the stored history up to date, and closes the store.
    @Override
    public void close() {
        try {
            drain();
        } catch (RuntimeException fault) {
            notes.add("The stored history is not up to date: " + cause(fault).getMessage()
                    + ". The next command tries again.");
        }
        closeStore();
    }

    /// Closes the store of a server, whose event pump has brought the stored history up to date.
    void closeStore() {
        context.close();
        database.close();
        lock.close();
    }
}
