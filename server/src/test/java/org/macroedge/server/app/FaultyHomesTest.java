package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Homes that a user damaged, or made with another version.
class FaultyHomesTest {

    @TempDir
    Path folder;

    @Test
    void aHomeThatCannotBeOpenedGivesItsMessage() throws IOException {
        assertFault("DatabaseMessage.OTHER_VERSION", home("old", List.of("PG_VERSION")));
        assertFault("DatabaseMessage.DAMAGED", home("damaged", List.of("base", "postgresql.conf")));
        assertFault("DatabaseMessage.UNSUITABLE_PATH", folder.resolve("a$b"));
    }

    @Test
    void aHomeWhosePathDoesNotSuitIsRefusedBeforeAnythingIsWritten() {
        for (String name : List.of("c\nd", "c\td", "c\u0085d")) {
            assertFault("DatabaseMessage.CONTROL_CHARACTER_IN_PATH", folder.resolve(name));
        }
        assertFault("DatabaseMessage.UNSUITABLE_PATH", folder.resolve("a\"b"));

        assertThat(folder).isEmptyDirectory();
    }

    /// A home whose database has some files, each with the text `9`.
    private Path home(String name, List<String> files) throws IOException {
        Path database = Files.createDirectories(folder.resolve(name).resolve("database"));
        for (String file : files) {
            Files.writeString(database.resolve(file), "9\n");
        }
        return folder.resolve(name);
    }

    private static void assertFault(String message, Path home) {
        Settings settings = Settings.of(Map.of(), note -> {})
                .withHome(home)
                .withCatalogue(Path.of("../catalogue"))
                .withoutSample();

        assertThatThrownBy(() -> Session.open(settings, Clock.systemUTC(), note -> {
                    throw new AssertionError(note);
                }))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> DeclaredMessages.assertSeen(message, String.valueOf(fault.getMessage())));
    }
}
