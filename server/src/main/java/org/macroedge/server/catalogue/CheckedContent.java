package org.macroedge.server.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.macroedge.server.platform.hash.Sha256;
import org.macroedge.server.platform.home.HomeFiles;

/// The bytes of a catalogue, so that a load need not validate them again: loading the validator's classes takes
/// longer than loading the catalogue.
///
/// @param hash SHA-256 over the name and the bytes of every file of the catalogue, its profiles and its
/// schemas; empty where they cannot be read
/// @param modified when the last file of the catalogue itself was modified, or a region's file was added or
/// removed
record CheckedContent(String hash, Instant modified) {

    private static final String FORM = "macro-edge-checked/2\n";

    static CheckedContent of(Path folder) {
        try (Stream<Path> tree = Files.walk(folder, 2)) {
            List<Path> files = tree.filter(CheckedContent::counts).sorted().toList();
            MessageDigest sha256 = Sha256.start();
            Instant modified = Stream.of(CatalogueLoader.INDICATORS, CatalogueLoader.SERIES)
                    .map(folder::resolve)
                    .map(CheckedContent::modifiedFolder)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            for (Path file : files) {
                if (isOfCatalogue(folder.relativize(file))) {
                    Instant last = Files.getLastModifiedTime(file).toInstant();
                    modified = last.isAfter(modified) ? last : modified;
                }
                byte[] bytes = Files.readAllBytes(file);
                String head = FORM + folder.relativize(file) + ' ' + bytes.length + '\n';
                sha256.update(head.getBytes(StandardCharsets.UTF_8));
                sha256.update(bytes);
            }
            return new CheckedContent(HexFormat.of().formatHex(sha256.digest()), modified);
        } catch (IOException | UncheckedIOException unreadable) {
            return new CheckedContent("", Instant.EPOCH);
        }
    }

    private static Instant modifiedFolder(Path folder) {
        try {
            return Files.isDirectory(folder) ? Files.getLastModifiedTime(folder).toInstant() : Instant.EPOCH;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Profiles and schemas stand beside the catalogue and are not part of it.
    private static boolean isOfCatalogue(Path file) {
        return file.getNameCount() == 1
                || file.startsWith(CatalogueLoader.INDICATORS)
                || file.startsWith(CatalogueLoader.SERIES);
    }

    private static boolean counts(Path file) {
        String name = file.toString();
        return (name.endsWith(".yaml") || name.endsWith(".json")) && Files.isRegularFile(file);
    }

    /// Whether a file records that these bytes passed.
    boolean isKnown(Path checked) {
        try {
            return !hash.isEmpty()
                    && Files.isRegularFile(checked)
                    && Files.readString(checked).strip().equals(hash);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Records that these bytes passed, where the file can be written.
    void remember(Path checked) {
        try {
            HomeFiles.write(checked, hash + '\n');
        } catch (IOException unwritable) {
            // the next load validates again, which only takes longer
        }
    }
}
