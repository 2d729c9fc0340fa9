package org.macroedge.server.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.macroedge.server.platform.hash.Sha256;

/// The bytes of a catalogue, so that a load need not check again what was found good before: the validator's own
/// classes take longer to load than the whole rest of the catalogue.
///
/// @param hash SHA-256 over the name and the bytes of every file of the catalogue and of its schemas; empty where
/// they cannot be read
record CheckedContent(String hash) {

    private static final String FORM = "macro-edge-checked/1\n";

    static CheckedContent of(Path folder) {
        try (Stream<Path> tree = Files.walk(folder, 2)) {
            List<Path> files = tree.filter(CheckedContent::counts).sorted().toList();
            MessageDigest sha256 = Sha256.start();
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                String head = FORM + folder.relativize(file) + ' ' + bytes.length + '\n';
                sha256.update(head.getBytes(StandardCharsets.UTF_8));
                sha256.update(bytes);
            }
            return new CheckedContent(HexFormat.of().formatHex(sha256.digest()));
        } catch (IOException unreadable) {
            return new CheckedContent("");
        }
    }

    private static boolean counts(Path file) {
        String name = file.toString();
        return (name.endsWith(".yaml") || name.endsWith(".json")) && Files.isRegularFile(file);
    }

    /// Whether a file remembers these very bytes as good.
    boolean isKnown(Path checked) {
        try {
            return !hash.isEmpty()
                    && Files.isRegularFile(checked)
                    && Files.readString(checked).strip().equals(hash);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Remembers these bytes as good, where a file can be written.
    void remember(Path checked) {
        try {
            Files.writeString(checked, hash + '\n');
        } catch (IOException unwritable) {
            // the next load checks again, which costs time and nothing else
        }
    }
}
