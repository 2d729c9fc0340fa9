package org.macroedge.server.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.macroedge.server.platform.home.HomeDirectory;

/// A home with an empty database, as the first start of a server leaves it: made once for the JVM, because a copy takes
/// a fraction of the time. Tests of first starts begin with an empty folder instead.
public final class PreparedHome {

    private static final HomeDirectory MADE = make();

    private PreparedHome() {}

    private static HomeDirectory make() {
        HomeDirectory home = new HomeDirectory(shared("prepared"));
        EmbeddedDatabase server = EmbeddedDatabase.start(home);
        try {
            Database.at(server.jdbcUrl() + "?user=" + server.username() + "&password=" + server.password())
                    .close();
        } finally {
            server.close();
        }
        return home;
    }

    /// Prepares a home, unless it has a database.
    ///
    /// @return the folder
    public static Path in(Path folder) {
        return copy(MADE.path(), folder);
    }

    /// A folder that lasts as long as the JVM, for a home that tests copy.
    public static Path shared(String name) {
        return TestFolder.shared().path().resolve(name);
    }

    /// Copies the store of a home that nobody uses at the moment, unless the other has one.
    ///
    /// @return the folder of the copy
    public static Path copy(Path made, Path folder) {
        HomeDirectory from = new HomeDirectory(made);
        HomeDirectory home = new HomeDirectory(folder);
        if (!Files.exists(home.database())) {
            home.prepare();
            for (Path part : List.of(from.programs(), from.databasePassword(), from.database())) {
                copy(from, part, folder);
            }
        }
        return folder;
    }

    private static void copy(HomeDirectory from, Path part, Path into) {
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = into.resolve(from.path().relativize(file).toString());
                if (part.equals(from.programs()) && Files.isRegularFile(file)) {
                    Files.createLink(copy, file); // nothing writes to them
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
