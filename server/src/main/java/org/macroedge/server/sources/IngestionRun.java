package org.macroedge.server.sources;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.hash.Sha256;
import org.macroedge.server.prices.PriceImports;
import org.macroedge.server.releases.importing.BatchKind;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.importing.ReportedBatch;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.verdicts.SourceVerdicts;
import org.macroedge.server.sources.Connectors.SourceNote;
import org.macroedge.server.sources.SourceStore.Answered;
import org.macroedge.server.sources.fetch.FetchMessage;
import org.macroedge.server.sources.fetch.FetchOutcome;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.fetch.Fetcher;
import org.macroedge.server.sources.fetch.GateState;
import org.macroedge.server.sources.fetch.Validators;
import org.macroedge.server.sources.view.SourceRun;

/// The requests to one source and their answers.
///
/// An answer is kept before it is read. It is noted as known only once its rows are stored, so that a process
/// that dies in between loses nothing.
final class IngestionRun {

    /// How long an answer about the present year stands, in a run for the past.
    private static final Duration STANDS = Duration.ofDays(1);

    private static final String MASK = "***";

    private final Parts parts;
    private final SourceContract contract;
    private final Answers answers;
    private final String id;
    private final boolean stores;
    private final String context;

    /// @param stores whether rows are stored, or only read
    IngestionRun(Parts parts, SourceContract contract, Answers answers, boolean stores) {
        this.parts = parts;
        this.contract = contract;
        this.answers = answers;
        this.id = contract.id();
        this.stores = stores;
        this.context = context();
    }

    /// What every run works with.
    record Parts(
            Connectors connectors,
            Fetcher fetcher,
            SourceStore store,
            Imports imports,
            PriceImports prices,
            SourceVerdicts verdicts,
            CatalogueInForce catalogue,
            Clock clock) {}

    /// What else than an answer decides what is made of it: the catalogue, and the last undo of a batch of the
    /// source.
    private String context() {
        return parts.catalogue().current().hash() + " " + parts.imports().lastUndoOf(id);
    }

    private boolean isStorable() {
        return parts.catalogue().current().sources().stream()
                .filter(known -> known.id().equals(id))
                .anyMatch(known -> known.terms().storable());
    }

    /// The requests that were not answered for good, and not within a day.
    List<FetchRequest> undone() {
        Map<String, Answered> answered = parts.store().answered(id);
        return answers.requests().stream()
                .filter(request -> !isDone(request, answered.get(request.name())))
                .toList();
    }

    private boolean isDone(FetchRequest request, @Nullable Answered before) {
        return before != null
                && before.context().equals(context)
                && (answers.isFinal(request, before.fetchedAt())
                        || before.fetchedAt().plus(STANDS).isAfter(parts.clock().instant()));
    }

    /// Sends requests, except those that were answered a moment ago.
    ///
    /// @param progress receives the name of each request before it is sent
    List<SourceRun> all(List<FetchRequest> requests, Consumer<String> progress) {
        List<SourceRun> runs = new ArrayList<>();
        for (FetchRequest request : requests) {
            progress.accept(id + ": " + request.name());
            runs.add(ask(request));
        }
        return runs;
    }

    private SourceRun ask(FetchRequest request) {
        Answered before = before(request);
        Instant until = before == null ? Instant.MIN : before.fetchedAt().plus(contract.fresh());
        if (before != null && until.isAfter(parts.clock().instant())) {
            SourceNote fresh = SourceNote.of(SourceMessage.FRESH, before.fetchedAt(), until);
            return SourceRun.note(id, request.name(), SourceRun.FRESH, fresh.code(), fresh.text(), until);
        }
        return fetch(request);
    }

    private @Nullable Answered before(FetchRequest request) {
        return parts.store()
                .answered(id, request.name())
                .filter(answered -> answered.context().equals(context))
                .orElse(null);
    }

    /// Sends a request, however fresh its last answer is.
    SourceRun fetch(FetchRequest request) {
        Answered before = before(request);
        Validators known = before == null ? Validators.NONE : before.validators();
        return switch (parts.fetcher().fetch(request, parts.connectors().policy(contract), known)) {
            case FetchOutcome.Failed failed -> failed(request, failed.fault().code(), failed.text(), failed.retryAt());
            case FetchOutcome.Unchanged unchanged ->
                unchanged(request, Objects.requireNonNull(before), unchanged.asked(), unchanged.ended());
            case FetchOutcome.Fetched fetched -> fetched(request, before, fetched);
        };
    }

    /// A publisher's own words may hold the key. The last fault of a source names the request where there are several.
    private SourceRun failed(FetchRequest request, String code, String words, @Nullable Instant retryAt) {
        String key = key();
        String text = key == null ? words : words.replace(key, MASK);
        GateState gate = parts.fetcher().state(id);
        if (!code.equals(FetchMessage.PAUSED.code())) {
            parts.store()
                    .failed(
                            id,
                            gate,
                            code,
                            isOneOfMany() ? request.name() + ": " + text : text,
                            parts.clock().instant());
        }
        return SourceRun.note(id, request.name(), SourceRun.FAILED, code, text, retryAt);
    }

    private void understood(Instant ended) {
        parts.fetcher().understood(id);
        parts.store().understood(id, parts.fetcher().state(id), ended);
    }

    private SourceRun unchanged(FetchRequest request, Answered before, Instant asked, Instant ended) {
        understood(ended);
        answers.unchanged(request, asked);
        parts.store()
                .note(id, request.name(), new Answered(ended, before.hash(), before.validators(), before.context()));
        return new SourceRun(id, request.name(), SourceRun.UNCHANGED, null, null, null, null, 0, null);
    }

    private SourceRun fetched(FetchRequest request, @Nullable Answered before, FetchOutcome.Fetched fetched) {
        String hash = Sha256.hex(fetched.body());
        if (before != null && before.hash().equals(hash)) {
            return unchanged(request, before, fetched.asked(), fetched.ended());
        }
        Payload payload = new Payload(request.name(), fetched.body(), fetched.asked(), fetched.ended());
        if (stores && isStorable() && !holdsKey(fetched.body())) {
            parts.store().keep(id, payload, hash);
        }
        try {
            SourceRun run = take(request, payload);
            understood(fetched.ended());
            if (stores) {
                parts.store()
                        .note(id, request.name(), new Answered(fetched.ended(), hash, fetched.validators(), context));
            }
            return run;
        } catch (SourceFault fault) {
            return unusable(request, fault);
        } catch (MacroEdgeException fault) {
            String message = String.valueOf(fault.getMessage());
            return fault.code() == ProblemCode.FILE_FAULT
                    ? unusable(request, SourceFault.notUnderstood(message))
                    : failed(
                            request,
                            SourceMessage.STORE_REFUSED.code(),
                            SourceMessage.STORE_REFUSED.advice(message),
                            null);
        }
    }

    private @Nullable String key() {
        return parts.connectors().access(contract).key();
    }

    private boolean holdsKey(byte[] body) {
        String key = key();
        return key != null && new String(body, StandardCharsets.ISO_8859_1).contains(key);
    }

    private SourceRun take(FetchRequest request, Payload payload) {
        ImportOutcome outcome = switch (answers) {
            case ReleaseAnswers releases -> releases(releases, request, payload);
            case ClosesAnswers closes ->
                parts.prices().run(closes.read(request, payload, stores), ImportProgress.SILENT);
        };
        String state =
                !stores ? SourceRun.UNDERSTOOD : outcome.batch() == null ? SourceRun.UNCHANGED : SourceRun.STORED;
        return new SourceRun(
                id, request.name(), state, null, null, null, outcome.batch(), answers.left(), outcome.counts());
    }

    private ImportOutcome releases(ReleaseAnswers releases, FetchRequest request, Payload payload) {
        ReleaseAdapter rows = releases.read(request, payload, stores);
        ImportOutcome outcome = parts.imports()
                .run(
                        new ReportedBatch(BatchKind.SOURCE, id, List.of(request.name()), rows, !stores),
                        ImportProgress.SILENT);
        if (stores) {
            parts.verdicts().state(id, releases.figures(), payload.fetchedAt());
        }
        return outcome;
    }

    /// The source rests as after any failure: who answers with an error page wants to be left alone. Where it is asked
    /// in several requests, one that is not understood says nothing of the others.
    private SourceRun unusable(FetchRequest request, SourceFault fault) {
        Instant until = isOneOfMany() && fault.fault() != SourceMessage.REFUSED
                ? parts.fetcher().misread(id)
                : parts.fetcher().unusable(id);
        return failed(request, fault.fault().code(), String.valueOf(fault.getMessage()), until);
    }

    private boolean isOneOfMany() {
        return answers.requests().size() > 1;
    }
}
