package org.macroedge.server.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.sources.IngestionRun.Came;
import org.macroedge.server.sources.RequestFaults.RequestFault;
import org.macroedge.server.sources.SourceStore.Answered;
import org.macroedge.server.sources.fetch.FetchOutcome;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.view.BackfillStep;
import org.macroedge.server.sources.view.SourceRun;

/// One step of a back-fill: the next requests to a source that knows what was published when. Their answers are stored
/// as one batch, and noted as known only once they are, so that a process that dies on the way loses nothing.
///
/// A request that fails for itself, such as that of a series that was renamed, rests for an hour, and the others go on.
/// A failure of the source ends the step.
final class BackfillRun {

    /// How long an answer about the present year stands.
    private static final Duration STANDS = Duration.ofDays(1);
    /// How long a request rests whose answer could not be used.
    private static final Duration RESTS = Duration.ofHours(1);
    /// One after the other: then it is the source that fails.
    private static final int MOST_FAILURES = 3;

    private final IngestionRun.Parts parts;
    private final IngestionRun run;
    private final VintageAnswers history;
    private final String id;
    /// By the name of the request; of those whose rows are stored.
    private final Map<String, Answered> known = new HashMap<>();
    private final List<Came> came = new ArrayList<>();
    private final List<ReleaseAdapter> rows = new ArrayList<>();
    private final Set<String> resting = new HashSet<>();
    private int failuresInRow;
    private @Nullable SourceRun failure;

    BackfillRun(IngestionRun.Parts parts, SourceContract contract, VintageAnswers history) {
        this.parts = parts;
        this.run = new IngestionRun(parts, contract, history, true);
        this.history = history;
        this.id = contract.id();
    }

    /// @param most how many requests
    /// @param progress receives the name of each request before it is sent
    BackfillStep next(int most, Consumer<String> progress) {
        Map<String, Answered> answered = new HashMap<>(parts.store().answered(id));
        answered.values().removeIf(before -> !run.holds(before));
        restingFaults().forEach(fault -> resting.add(fault.request()));
        List<FetchRequest> undone = history.requests().stream()
                .filter(request -> !isDone(request, answered.get(request.name())))
                .toList();
        undone.stream()
                .filter(request -> !resting.contains(request.name()))
                .limit(most)
                .takeWhile(request -> failure == null)
                .forEach(request -> {
                    progress.accept(id + ": " + request.name());
                    ask(request, answered.get(request.name()));
                });
        return step(undone, store());
    }

    private boolean isDone(FetchRequest request, @Nullable Answered before) {
        return before != null
                && (history.isFinal(request, before.fetchedAt())
                        || before.fetchedAt().plus(STANDS).isAfter(parts.clock().instant()));
    }

    private List<RequestFault> restingFaults() {
        Instant since = parts.clock().instant().minus(RESTS);
        return parts.faults().of(id).stream()
                .filter(fault -> fault.faultedAt().isAfter(since))
                .toList();
    }

    private void ask(FetchRequest request, @Nullable Answered before) {
        switch (run.send(request, before)) {
            case FetchOutcome.Failed failed -> failed(run.failed(request, failed), !run.isOfTheRequest(failed.fault()));
            case FetchOutcome.Unchanged same -> unchanged(request, Objects.requireNonNull(before), same.ended());
            case FetchOutcome.Fetched fetched -> read(run.came(request, fetched), before);
        }
    }

    private void failed(SourceRun failed, boolean endsTheStep) {
        if (!endsTheStep) {
            resting.add(String.valueOf(failed.request()));
        }
        if (endsTheStep || ++failuresInRow == MOST_FAILURES) {
            failure = failed;
        }
    }

    private void unchanged(FetchRequest request, Answered before, Instant ended) {
        failuresInRow = 0;
        known.put(request.name(), new Answered(ended, before.hash(), before.validators(), before.context()));
    }

    private void read(Came answer, @Nullable Answered before) {
        if (before != null && before.hash().equals(answer.answered().hash())) {
            unchanged(answer.request(), before, answer.answered().fetchedAt());
            return;
        }
        try {
            rows.add(history.read(answer.request(), answer.payload(), true));
            came.add(answer);
            parts.fetcher().understood(id);
            failuresInRow = 0;
        } catch (SourceFault fault) {
            run.keep(List.of(answer));
            SourceRun failed = run.unusable(answer, fault);
            failed(failed, failed.retryAt() != null);
        }
    }

    /// Where the batch as a whole is refused, each answer is stored by itself, so that one of them holds up no other.
    private List<SourceRun> store() {
        List<SourceRun> runs = new ArrayList<>();
        if (!came.isEmpty()) {
            run.keep(came);
            try {
                runs.add(asOneBatch());
                came.forEach(answer -> known.put(answer.request().name(), answer.answered()));
            } catch (MacroEdgeException refused) {
                came.forEach(answer -> {
                    runs.add(run.stored(answer));
                    if (!runs.getLast().isFailure()) {
                        known.put(answer.request().name(), answer.answered());
                    }
                });
            }
        }
        if (!known.isEmpty()) {
            parts.store().note(id, known);
        }
        if (!known.isEmpty() && failure == null) { // else the rest that the failure began would end
            run.understood(parts.clock().instant());
        }
        return runs;
    }

    private SourceRun asOneBatch() {
        List<String> names =
                came.stream().map(answer -> answer.request().name()).toList();
        ImportOutcome outcome = run.batch(names, new JoinedRows(id, rows));
        String shown = names.size() == 1 ? names.getFirst() : names.getFirst() + " and " + (names.size() - 1) + " more";
        String state = outcome.batch() == null ? SourceRun.UNCHANGED : SourceRun.STORED;
        return new SourceRun(id, shown, state, null, null, null, outcome.batch(), 0, outcome.counts());
    }

    private BackfillStep step(List<FetchRequest> undone, List<SourceRun> stored) {
        List<String> open = undone.stream()
                .map(FetchRequest::name)
                .filter(name -> !known.containsKey(name))
                .toList();
        int failing = Math.toIntExact(open.stream().filter(resting::contains).count());
        int left = open.size() - failing;
        List<SourceRun> runs = new ArrayList<>(stored);
        if (failure != null) {
            runs.add(failure);
        } else if (left == 0) {
            restingFaults().stream()
                    .filter(fault -> open.contains(fault.request()))
                    .forEach(fault -> runs.add(note(fault)));
        }
        return new BackfillStep(runs, history.requests().size() - open.size(), left, failing);
    }

    private SourceRun note(RequestFault fault) {
        Instant until = fault.faultedAt().plus(RESTS);
        return SourceRun.note(id, fault.request(), SourceRun.FAILED, fault.code(), fault.text(), until);
    }
}
