package org.macroedge.server.catalogue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.messages.DeclaredMessages;

/// Provokes every message about the catalogue with an edit of the shipped one.
class CatalogueMessagesTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/org/macroedge/server/messages/catalogue.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1)
    void aFaultyEditGivesItsMessage(String message, String file, String replaced, @Nullable String by) {
        EditedCatalogue edited = EditedCatalogue.in(folder)
                .edit(file, text -> text.replaceFirst(lines(replaced), by == null ? "" : lines(by)));
        DeclaredMessages.assertSeen(message, fault(edited));
    }

    private static String lines(String text) {
        return text.endsWith(" &") ? text.substring(0, text.length() - 2) + "\n" : text.replace(" & ", "\n ");
    }

    private static String fault(EditedCatalogue edited) {
        try {
            edited.load();
            return "";
        } catch (CatalogueException fault) {
            return String.valueOf(fault.getMessage());
        }
    }
}
