package org.macroedge.server.platform.database;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.slf4j.Logger;

/// Logs the faults of work that is repeated. A fault that a user can act on, such as a database that is down or a disk
/// that is full, is one line, and only once as long as it lasts; any other has its stack trace. That the database does
/// not answer is told once for all work, by [DatabaseWatch].
public final class FaultLog {

    private final Logger log;
    private String last = "";

    public FaultLog(Logger log) {
        this.log = log;
    }

    /// The work failed, and is tried again.
    ///
    /// @param line gives the line for a reason
    public void failed(UnaryOperator<String> line, RuntimeException fault) {
        if (!DatabaseFaults.isOutage(fault)) {
            gaveUp(line, fault);
        }
    }

    /// The work failed, and this process does not try it again.
    ///
    /// @param line gives the line for a reason
    public void gaveUp(UnaryOperator<String> line, RuntimeException fault) {
        Optional<MacroEdgeException> known =
                fault instanceof MacroEdgeException ours ? Optional.of(ours) : DatabaseFaults.of(fault);
        if (known.isEmpty()) {
            log.error(line.apply("internal error"), fault);
            return;
        }
        warn(line.apply(String.valueOf(known.get().getMessage())));
    }

    /// Says something once as long as it lasts.
    public void warn(String line) {
        if (!line.equals(last)) {
            log.warn(line);
            last = line;
        }
    }

    /// The work is done: the next fault is news again.
    public void worked() {
        last = "";
    }
}
