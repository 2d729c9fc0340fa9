package org.macroedge.server.ready;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.server.platform.database.DatabaseIdentity;
import org.macroedge.server.platform.hash.Sha256;

/// What the keys of shared answers begin with: equal for the servers that run the same program over the same database.
/// A server of another build may answer in another shape, and another database holds other facts at the same record
/// time.
final class SharedKeys implements Supplier<String> {

    private final DatabaseIdentity database;
    private @Nullable String prefix;

    SharedKeys(DatabaseIdentity database) {
        this.database = database;
    }

    /// @throws RuntimeException where the database does not answer or does not tell which one it is
    @Override
    public synchronized String get() {
        String known = prefix;
        if (known == null) {
            MessageDigest digest = Sha256.start();
            digest.update(database.get().getBytes(StandardCharsets.UTF_8));
            Stream.of(SharedKeys.class, FormulaVersion.class)
                    .map(SharedKeys::place)
                    .forEach(place -> add(place, digest));
            known = "macro-edge:ready:" + HexFormat.of().formatHex(digest.digest(), 0, 16) + ":";
            prefix = known;
        }
        return known;
    }

    /// The file or folder that a class is loaded from.
    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a class is loaded from a file", impossible);
        }
    }

    private static void add(Path place, MessageDigest digest) {
        try (Stream<Path> files = Files.walk(place)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                digest.update(place.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("The files of the program cannot be read", fault);
        }
    }
}
