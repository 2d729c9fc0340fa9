package org.macroedge.server.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.timescale.TimescaleMessage;

/// Tells a database that is down, or out of space, from a fault of this program.
public final class DatabaseFaults {

    private static final String DISK_FULL = "53100";
    /// Connections lost or refused, too few resources, an operator's intervention, the system's faults.
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57", "58");
    /// A statement that this program itself ended.
    private static final String CANCELLED = "57014";

    private DatabaseFaults() {}

    /// What a user is told; empty where something else is the matter.
    public static Optional<MacroEdgeException> of(Throwable fault) {
        if (StoreLock.isMoving(fault)) {
            return Optional.of(TimescaleMessage.MOVING.causedBy(fault));
        }
        return isOurs(fault)
                ? Optional.empty()
                : Optional.ofNullable(sql(fault)).map(sql -> told(sql, fault));
    }

    /// Whether the database cannot be reached or has broken off a connection, which [DatabaseWatch] tells in one line.
    static boolean isOutage(Throwable fault) {
        SQLException sql = sql(fault);
        return sql != null && isOutage(sql.getSQLState());
    }

    private static boolean isOutage(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("57P0");
    }

    private static boolean isOurs(Throwable fault) {
        return fault instanceof MacroEdgeException;
    }

    private static @Nullable SQLException sql(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isUnavailable(sql)) {
                return sql;
            }
        }
        return null;
    }

    private static boolean isUnavailable(SQLException fault) {
        String state = fault.getSQLState();
        return state == null
                ? fault instanceof SQLTransientConnectionException || isClosed(fault)
                : !state.equals(CANCELLED) && state.length() > 2 && UNAVAILABLE.contains(state.substring(0, 2));
    }

    /// The pool's own faults: of a process that ends, and of a connection that broke before.
    private static boolean isClosed(SQLException fault) {
        String message = String.valueOf(fault.getMessage());
        return message.endsWith("has been closed.") || message.equals("Connection is closed");
    }

    private static MacroEdgeException told(SQLException sql, Throwable fault) {
        if (DISK_FULL.equals(sql.getSQLState())) {
            return DatabaseMessage.FULL.causedBy(fault);
        }
        return DatabaseMessage.ENDED.causedBy(fault, reason(sql));
    }

    /// In a few words, without a password.
    public static String reason(Throwable fault) {
        return DatabaseReason.of(fault);
    }
}
