package org.macroedge.server.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.platform.home.HomeFiles;

/// The random password of the embedded database, in a file that only the owner of the home can read.
record DatabasePassword(Path file) {

    private static final int BYTES = 24;

    /// The password; empty where the file is missing or empty.
    Optional<String> read() throws IOException {
        return Files.exists(file)
                ? Optional.of(Files.readString(file).strip()).filter(password -> !password.isEmpty())
                : Optional.empty();
    }

    /// Makes a new one for a database that does not exist yet.
    String create() throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        HomeFiles.write(file, password + "\n");
        return password;
    }

    /// Makes a new one for a database that exists and does not run: whoever owns its files owns its data.
    String replace(PostgresPrograms programs, DataDirectory data, String user)
            throws IOException, InterruptedException {
        String password = create();
        PostgresPrograms.Outcome outcome = programs.run(
                data.path(),
                "ALTER USER " + user + " PASSWORD '" + password + "'\n",
                "postgres",
                List.of("--single", "-D", data.path().toString(), "postgres"));
        if (outcome.status() != 0) {
            Files.delete(file);
            throw EmbeddedDatabase.startFault(outcome.output(), data.path());
        }
        return password;
    }
}
