package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.HomeDirectory;

class DatabaseOpeningTest {

    private final HomeDirectory home;

    DatabaseOpeningTest(@TempDir Path folder) {
        this.home = new HomeDirectory(folder.resolve("home"));
    }

    @Test
    void aDatabaseThatNobodyAskedForIsClosedAndCanBeOpenedAgain() {
        Settings settings = Settings.of(Map.of(), note -> {}).withHome(home.path());

        DatabaseOpening.start(settings).close();

        assertThat(home.database()).exists();
        assertThat(home.database().resolve("postmaster.pid")).doesNotExist();
        try (DatabaseOpening opening = DatabaseOpening.start(settings)) {
            assertThat(opening.await()
                            .jdbc()
                            .sql("SELECT count(*) FROM batch")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
        assertThat(home.database().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void whoWaitsForADatabaseThatDoesNotOpenHearsWhy() {
        Settings settings =
                Settings.of(Map.of(Variable.DATABASE_URL.key(), "jdbc:postgresql://127.0.0.1:1/none"), note -> {});

        try (DatabaseOpening opening = DatabaseOpening.start(settings)) {
            assertThatThrownBy(opening::await)
                    .isInstanceOf(MacroEdgeException.class)
                    .hasMessageStartingWith("the database does not answer: Connection to 127.0.0.1:1 refused");
        }
    }
}
