package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;

/// Chooses who answers for a home: the server that holds it, else its store.
final class HomeAccess {

    private HomeAccess() {}

    /// Asks the home's running server, else the store, and the server again where one that was only starting holds the
    /// home by then.
    ///
    /// @param server gives null where it does not answer after all
    /// @throws MacroEdgeException with `invalid-request` where a server runs and an option is given that it cannot
    /// honour
    static <T> T ask(HomeOptions options, Function<ServerClient, @Nullable T> server, Supplier<T> store) {
        HomeDirectory home = options.settings().home();
        T answer = served(home, options, server);
        if (answer != null) {
            return answer;
        }
        try {
            return store.get();
        } catch (MacroEdgeException fault) {
            T late = fault.code() == ProblemCode.HOME_IN_USE ? served(home, options, server) : null;
            if (late == null) {
                throw fault;
            }
            return late;
        }
    }

    /// Asks the home's running server, else opens its store for one answer.
    static <T> T ask(
            HomeOptions options,
            Clock clock,
            Console console,
            Function<ServerClient, @Nullable T> server,
            Function<Session, T> store) {
        return ask(options, server, () -> {
            try (Session session = Session.open(options.settings(), clock, console::note)) {
                return store.apply(session);
            }
        });
    }

    private static <T> @Nullable T served(
            HomeDirectory home, HomeOptions options, Function<ServerClient, @Nullable T> server) {
        Optional<ServerFile> file = ServerFile.read(home);
        if (file.isEmpty()) {
            return null;
        }
        if (options.catalogue != null) {
            throw CommandMessage.CATALOGUE_OF_SERVER.exception(file.get().address());
        }
        return server.apply(new ServerClient(file.get()));
    }
}
