package org.macroedge.server.releases.importing;

import java.util.List;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowResult;

/// An adapter of results in memory, as a connector, a push or a statement might give them.
record MemoryAdapter(String source, List<RowResult> results) implements ReleaseAdapter {

    @Override
    public AdapterReport deliver(RowConsumer rows) {
        results.forEach(rows::accept);
        return AdapterReport.NONE;
    }
}
