package org.macroedge.server.sources;

import java.util.List;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.RowConsumer;

/// The rows of several answers of a source, one after the other. What their adapters notice beside the rows is left
/// out: a source with dated vintages notices nothing.
record JoinedRows(String source, List<? extends ReleaseAdapter> answers) implements ReleaseAdapter {

    @Override
    public AdapterReport deliver(RowConsumer rows) {
        answers.forEach(answer -> answer.deliver(rows));
        return AdapterReport.NONE;
    }
}
