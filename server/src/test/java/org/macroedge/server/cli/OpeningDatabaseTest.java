package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.HomeDirectory;

class OpeningDatabaseTest {

    private final HomeDirectory home;

    OpeningDatabaseTest(@TempDir Path folder) {
        this.home = new HomeDirectory(folder.resolve("home"));
    }

    @Test
    void whatWasOpenedForNothingIsClosedAndCanBeOpenedAgain() {
        RuntimeException reason = new IllegalStateException("the catalogue is wrong");

        OpeningDatabase.start(home, Map.of()).abandon(reason);

        assertThat(home.database()).exists();
        assertThat(home.database().resolve("postmaster.pid")).doesNotExist();
        assertThat(reason.getSuppressed()).isEmpty();
        try (Database database = OpeningDatabase.start(home, Map.of()).await()) {
            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM batch")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whatGoesWrongIsToldInTheSameWords() {
        Map<String, String> environment = Map.of(Database.VARIABLE, "jdbc:postgresql://127.0.0.1:1/none");

        assertThatThrownBy(() -> OpeningDatabase.start(home, environment).await())
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageStartingWith("the database does not answer: Connection to 127.0.0.1:1 refused");

        RuntimeException reason = new IllegalStateException("the catalogue is wrong");
        OpeningDatabase.start(home, environment).abandon(reason);
        assertThat(reason.getSuppressed()).hasSize(1);
    }
}
