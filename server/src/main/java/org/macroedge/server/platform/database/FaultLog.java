package org.macroedge.server.platform.database;

import java.util.Optional;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.slf4j.Logger;

/// Logs the faults of work that is repeated. A fault that a user can act on, such as a database that is down or
/// a disk that is full, is one line, and only once as long as it lasts; any other has its stack trace.
public final class FaultLog {

    private final Logger log;
    private String last = "";

    public FaultLog(Logger log) {
        this.log = log;
    }

    /// The work failed.
    ///
    /// @param what begins the line
    public void failed(String what, RuntimeException fault) {
        Optional<MacroEdgeException> known =
                fault instanceof MacroEdgeException ours ? Optional.of(ours) : DatabaseFaults.of(fault);
        if (known.isEmpty()) {
            log.error(what, fault);
            return;
        }
        String line = what + ": " + known.get().getMessage();
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
