package org.macroedge.server.platform.database;

import java.sql.SQLException;
import java.util.Optional;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.timescale.TimescaleMessage;

/// Why a database cannot be used, in words for a user.
final class DatabaseUnusable {

    private static final String WRONG_PASSWORD = "28P01";

    private DatabaseUnusable() {}

    /// @param embedded whether it is our own
    static MacroEdgeException because(boolean embedded, Exception fault) {
        Optional<MacroEdgeException> full =
                DatabaseFaults.of(fault).filter(known -> known.code() == ProblemCode.DISK_FULL);
        if (full.isPresent()) {
            return full.get();
        }
        if (StoreLock.isMoving(fault)) {
            return TimescaleMessage.MOVING.causedBy(fault);
        }
        if (!embedded) {
            return DatabaseMessage.EXTERNAL_SILENT.causedBy(
                    fault, DatabaseFaults.reason(fault), Variable.DATABASE_URL.key());
        }
        boolean wrong = fault instanceof SQLException sql && WRONG_PASSWORD.equals(sql.getSQLState());
        DatabaseMessage message = wrong ? DatabaseMessage.WRONG_PASSWORD : DatabaseMessage.EMBEDDED_SILENT;
        return message.causedBy(fault, DatabaseFaults.reason(fault));
    }
}
