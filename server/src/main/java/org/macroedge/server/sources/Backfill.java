package org.macroedge.server.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.sources.Connectors.SourceNote;
import org.macroedge.server.sources.view.BackfillStep;
import org.macroedge.server.sources.view.SourceRun;

/// Fills a span of the past from the sources that know what was published when, in steps of a few requests. What was
/// asked before is left out: a step goes on where the last one of any process stopped. A source that gives only what
/// stands now cannot say what was known then, and says so.
public final class Backfill {

    /// Of one step: 20 seconds of a source that takes two requests a second. Fewer would make more batches, each of
    /// which costs as much as the rows of several requests.
    private static final int REQUESTS = 40;

    private final SourceAnswers answers;
    private final Ingestion ingestion;

    Backfill(SourceAnswers answers, Ingestion ingestion) {
        this.answers = answers;
        this.ingestion = ingestion;
    }

    /// Sends the next requests, up to the first failure of a source, and stores what is new. A request that fails for
    /// itself rests for an hour.
    ///
    /// @param progress receives the name of each request before it is sent
    /// @return what came of them; of the last step, also which requests failed for themselves, and which
    /// sources were not asked and why
    /// @throws MacroEdgeException with `unknown-source`
    public BackfillStep next(BackfillSpan span, Consumer<String> progress) {
        List<SourceRun> runs = new ArrayList<>();
        List<SourceRun> notes = new ArrayList<>();
        int done = 0;
        int left = 0;
        int failing = 0;
        for (SourceConnector connector : ingestion.chosen(span.source()).toList()) {
            SourceContract contract = connector.contract();
            VintageAnswers history = answers.history(connector, span.region(), span.firstYear(), span.lastYear())
                    .orElse(null);
            List<SourceRun> off = ingestion.off(contract).orElse(List.of());
            if (history == null) {
                SourceNote note = SourceNote.of(SourceMessage.NO_HISTORY);
                notes.add(SourceRun.note(contract.id(), null, SourceRun.UNABLE, note.code(), note.text(), null));
            } else if (!off.isEmpty()) {
                notes.addAll(off);
            } else {
                boolean goesOn = runs.stream().noneMatch(SourceRun::isFailure);
                BackfillStep step = ingestion.fill(contract, history, goesOn ? REQUESTS - runs.size() : 0, progress);
                runs.addAll(step.items());
                done += step.done();
                left += step.left();
                failing += step.failing();
            }
        }
        if (left == 0) {
            runs.addAll(notes);
        }
        return new BackfillStep(runs, done, left, failing);
    }
}
