package org.macroedge.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

class DeliveringServersTest {

    private Database database;
    private DeliveringServers first;
    private DeliveringServers second;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        first = new DeliveringServers(database.jdbc());
        second = new DeliveringServers(database.jdbc());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aServerIsNoOtherToItself() throws Exception {
        assertThat(first.hasOthers()).isFalse();
        try (Connection connection = database.connect()) {
            first.join(connection);

            assertThat(first.hasOthers()).isFalse();
            assertThat(second.hasOthers()).isTrue();
        }
    }

    @Test
    void threeServersTakeAThirdOfThePartitionsEach() throws Exception {
        assertThat(first.parts()).isEqualTo(16);
        try (Connection own = database.connect();
                Connection others = database.connect();
                Connection thirds = database.connect()) {
            first.join(own);
            assertThat(first.parts()).isEqualTo(16);
            second.join(others);
            assertThat(first.parts()).isEqualTo(8);
            new DeliveringServers(database.jdbc()).join(thirds);

            assertThat(first.parts()).isEqualTo(6);
            assertThat(second.parts()).isEqualTo(6);
        }
    }

    @Test
    void aServerWhoseConnectionWasCutIsNoOtherToItself() throws Exception {
        try (Connection cut = database.connect();
                Connection next = database.connect()) {
            first.join(cut);
            first.join(next);

            assertThat(first.hasOthers()).isFalse();
        }
    }

    @Test
    void oneWhoseConnectionEndsIsGone() throws Exception {
        try (Connection own = database.connect()) {
            first.join(own);
            try (Connection others = database.connect()) {
                second.join(others);
                assertThat(first.hasOthers()).isTrue();
            }
            while (first.hasOthers()) { // PostgreSQL ends the session a moment later
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            assertThat(second.hasOthers()).isTrue();
        }
    }

    @Test
    void aServerOfAnotherDatabaseIsNone() throws Exception {
        try (Database elsewhere = TestDatabase.fresh();
                Connection connection = elsewhere.connect()) {
            new DeliveringServers(elsewhere.jdbc()).join(connection);

            assertThat(first.hasOthers()).isFalse();
        }
    }
}
