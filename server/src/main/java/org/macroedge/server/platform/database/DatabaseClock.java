package org.macroedge.server.platform.database;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.macroedge.server.platform.time.ChosenTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The clock of the database, which is the same for all servers that share it: what one server stores for another to
/// compare with now must not depend on how far their own clocks are apart. Each reading is a query.
public final class DatabaseClock extends Clock {

    private final JdbcClient jdbc;

    private DatabaseClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The clock of the database in place of the machine's.
    ///
    /// @param clock of this process; if its time was chosen, all servers have the same and it stays
    public static Clock of(JdbcClient jdbc, Clock clock) {
        return clock instanceof ChosenTime ? clock : new DatabaseClock(jdbc);
    }

    /// What the clock of a database shows.
    public static Instant shownBy(Database database) {
        return new DatabaseClock(database.jdbc()).instant();
    }

    @Override
    public Instant instant() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /// Every program computes in UTC.
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the clock of the database is in UTC");
    }
}
