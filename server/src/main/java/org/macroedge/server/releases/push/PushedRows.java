package org.macroedge.server.releases.push;

import java.time.Instant;
import java.util.List;
import org.macroedge.server.releases.derivation.StatementText;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowMessage;
import org.macroedge.server.releases.intake.RowResult;

/// Passes on the rows of a push. As in a file, an actual of an instant to come is faulty.
///
/// @param now actuals of later instants are faulty
record PushedRows(String source, String name, List<ReportedRelease> rows, Instant now) implements ReleaseAdapter {

    @Override
    public AdapterReport deliver(RowConsumer consumer) {
        consumer.startFile(name);
        rows.forEach(row -> consumer.accept(result(row)));
        return AdapterReport.NONE;
    }

    private RowResult result(ReportedRelease row) {
        return row.actual() != null && row.instant().isAfter(now)
                ? new RowResult.Faulty(new RowFault(
                        name,
                        row.line(),
                        RowMessage.FUTURE_ACTUAL.reason(),
                        RowMessage.FUTURE_ACTUAL.text(row.instant()),
                        StatementText.shown(row)))
                : new RowResult.Mapped(row);
    }
}
