package org.macroedge.server.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalInt;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.HomeFiles;

/// How programs of this machine read the embedded database by SQL: as role `reader`, whose random password is in a file
/// in the form of libpq's password files that only the owner of the home can read.
public final class ReaderLogin {

    private static final String HOST = "127.0.0.1";
    private static final String DATABASE = "postgres";
    private static final String PLACE = HOST + ":*:" + DATABASE + ":" + ReaderRole.NAME + ":";
    private static final String TRY = "SELECT count(*) FROM read.instruments";
    private static final int SECONDS = 5;

    private final Path file;
    private final DatabasePort port;

    public ReaderLogin(HomeDirectory home) {
        this.file = home.readerLogin();
        this.port = new DatabasePort(home.databasePort());
    }

    /// The password; empty where the file is missing or holds something else.
    Optional<String> password() {
        String line;
        try {
            line = Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return line.matches("\\Q" + PLACE + "\\E[0-9a-f]+")
                ? Optional.of(line.substring(PLACE.length()))
                : Optional.empty();
    }

    /// @throws MacroEdgeException with `home-fault` or `disk-full`
    void write(String password) {
        try {
            HomeFiles.write(file, PLACE + password + "\n");
        } catch (IOException fault) {
            throw HomeDirectory.unwritable(file, fault);
        }
    }

    /// The line that starts psql on the views while the database runs; it names the file of the password.
    public String psql() {
        String path = file.toString().replace("'", "\\'");
        return "psql \"host=" + HOST + " port=" + number() + " dbname=" + DATABASE + " user=" + ReaderRole.NAME
                + " passfile='" + path + "'\"";
    }

    private String number() {
        OptionalInt number = port.read();
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "?";
    }

    /// Reads from a view as the role.
    ///
    /// @return why that does not work; empty where it does
    public Optional<String> fault() {
        try {
            Optional<String> password = password();
            if (password.isEmpty() || port.read().isEmpty()) {
                return Optional.of("the home has no login for it");
            }
            String url = "jdbc:postgresql://" + HOST + ":" + number() + "/" + DATABASE;
            DatabaseConnections connections =
                    new DatabaseConnections(() -> url, SECONDS, ReaderRole.NAME, password.get());
            try (Connection connection = connections.connect(SECONDS, SECONDS);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(TRY)) {
                row.next();
                return Optional.empty();
            }
        } catch (SQLException fault) {
            return Optional.of(DatabaseFaults.reason(fault));
        }
    }
}
