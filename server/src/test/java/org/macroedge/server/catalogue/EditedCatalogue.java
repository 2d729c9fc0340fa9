package org.macroedge.server.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The shipped catalogue as a user edited it, in a folder of its own.
public record EditedCatalogue(Path folder) {

    private static final Path SHIPPED = Path.of("../catalogue");

    /// A copy of the shipped catalogue.
    ///
    /// @param folder where it is put
    public static EditedCatalogue in(Path folder) {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(SHIPPED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            return new EditedCatalogue(folder);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Edits the text of a file.
    ///
    /// @throws AssertionError where the edit changes nothing
    public EditedCatalogue edit(String name, UnaryOperator<String> edit) {
        try {
            Path file = folder.resolve(name);
            String before = Files.readString(file);
            String after = edit.apply(before);
            if (after.equals(before)) {
                throw new AssertionError(name + " has nothing of what is to be edited");
            }
            Files.writeString(file, after);
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Replaces one text within the entry of an indicator.
    public EditedCatalogue edit(String indicator, String text, String by) {
        String region = indicator.substring(0, 2).toUpperCase(java.util.Locale.ROOT);
        return edit("indicators/" + region + ".yaml", whole -> {
            int start = whole.indexOf("- id: " + indicator + "\n");
            int next = whole.indexOf("\n- id: ", start);
            int end = next < 0 ? whole.length() : next;
            return whole.substring(0, start) + whole.substring(start, end).replace(text, by) + whole.substring(end);
        });
    }

    /// The catalogue as edited, read anew.
    public Catalogue load() {
        return CatalogueLoader.load(folder);
    }
}
