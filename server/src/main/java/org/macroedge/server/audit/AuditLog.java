package org.macroedge.server.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.audit.view.AuditItem;
import org.macroedge.server.audit.view.AuditPage;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/// Keeps what changed, who changed it, and what was refused. Thread-safe.
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int DONE = 200;
    private static final int REFUSALS = 400;
    private static final CurrentChange.Origin COMMAND = new CurrentChange.Origin(Caller.COMMAND, null, null);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RefusalBudget budget;

    /// @param nanos as [System#nanoTime]
    AuditLog(JdbcClient jdbc, Clock clock, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.budget = new RefusalBudget(nanos);
    }

    /// Runs a command that changes the store, and leaves its row.
    ///
    /// @param words the command, as in `keys create`
    /// @param targets the ids that it names
    public <T> T command(String words, List<String> targets, Supplier<T> work) {
        CurrentChange change = new CurrentChange(words, targets, () -> COMMAND, clock);
        change.begin();
        int status = ProblemCode.INTERNAL.status();
        try {
            T answer = work.get();
            status = DONE;
            return answer;
        } catch (MacroEdgeException fault) {
            status = fault.code().status();
            throw fault;
        } finally {
            change.leave();
            end(change, status);
        }
    }

    /// A request that names an operation.
    CurrentChange request(String operation, List<String> targets, Supplier<CurrentChange.Origin> origin) {
        return new CurrentChange(operation, targets, origin, clock);
    }

    /// Writes the row of a change that was not written in its transaction.
    ///
    /// @param status of the answer
    void end(CurrentChange change, int status) {
        if (change.isRecorded()) {
            return;
        }
        change.markRecorded();
        OptionalInt leftOut = status < REFUSALS ? OptionalInt.of(0) : budget.take(payer(change.caller()));
        if (leftOut.isPresent()) {
            add(change.row(status, leftOut.getAsInt()));
        }
    }

    private static String payer(@Nullable Caller caller) {
        return caller == null ? "" : caller.kind().code() + " " + caller.name();
    }

    /// What happened stays as it is: its row goes to the log of the server in place of the store.
    private void add(AuditRow row) {
        try {
            AuditStore.add(jdbc, row);
        } catch (DataAccessException | TransactionException fault) {
            String reason = String.valueOf(
                            NestedExceptionUtils.getMostSpecificCause(fault).getMessage())
                    .lines()
                    .findFirst()
                    .orElse("");
            LOG.error(LogMessage.AUDIT_FAILED.advice(row.operation(), row.who(), row.status(), row.targets(), reason));
        }
    }

    /// A page of the log, latest first.
    public AuditPage page(AuditQuestion question) {
        List<AuditItem> items = new ArrayList<>(AuditStore.latest(jdbc, question, question.limit() + 1));
        Long next = null;
        if (items.size() > question.limit()) {
            items.removeLast();
            next = items.getLast().number();
        }
        return new AuditPage(items, next);
    }
}
