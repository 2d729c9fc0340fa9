package org.macroedge.server.sources;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.platform.config.Secrets;
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
import org.macroedge.server.releases.profile.StorableText;
import org.macroedge.server.releases.verdicts.SourceDays;
import org.macroedge.server.releases.verdicts.SourceVerdicts;
import org.macroedge.server.sources.Connectors.SourceNote;
import org.macroedge.server.sources.RequestFaults.RequestFault;
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

    /// A shorter key would be found in words of an answer.
    private static final int LEAST_KEY = 8;

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
        String key = key();
        if (key != null) {
            Secrets.keep(key);
        }
    }

    /// What every run works with.
    record Parts(
            Connectors connectors,
            Fetcher fetcher,
            SourceStore store,
            RequestFaults faults,
            Imports imports,
            PriceImports prices,
            SourceVerdicts verdicts,
            SourceDays days,
            CatalogueInForce catalogue,
            SourceTally tally,
            Clock clock) {}

    /// What else than an answer decides what is made of it: the catalogue, and the last undo of a batch of the
    /// source.
    private String context() {
        return parts.catalogue().current().hash() + " " + parts.imports().lastUndoOf(id);
    }

    /// Whether an answer would be read in the same way today.
    boolean holds(Answered answered) {
        return answered.context().equals(context);
    }

    private boolean isStorable() {
        return parts.catalogue().current().sources().stream()
                .filter(known -> known.id().equals(id))
                .anyMatch(known -> known.terms().storable());
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
        Instant now = parts.clock().instant();
        boolean isAhead = before != null && before.fetchedAt().isAfter(now); // the clock was ahead then
        if (before != null && !isAhead && until.isAfter(now)) {
            SourceNote fresh = SourceNote.of(SourceMessage.FRESH, before.fetchedAt(), until);
            return SourceRun.note(id, request.name(), SourceRun.FRESH, fresh.code(), fresh.text(), until);
        }
        return fetch(request);
    }

    private @Nullable Answered before(FetchRequest request) {
        return parts.store().answered(id, request.name()).filter(this::holds).orElse(null);
    }

    /// Sends a request, however fresh its last answer is.
    SourceRun fetch(FetchRequest request) {
        Answered before = before(request);
        return switch (send(request, before)) {
            case FetchOutcome.Failed failed -> failed(request, failed);
            case FetchOutcome.Unchanged unchanged ->
                unchanged(request, Objects.requireNonNull(before), unchanged.asked(), unchanged.ended());
            case FetchOutcome.Fetched fetched -> fetched(request, before, fetched);
        };
    }

    /// @param before the last answer, if it would be read in the same way today
    FetchOutcome send(FetchRequest request, @Nullable Answered before) {
        Validators known = before == null ? Validators.NONE : before.validators();
        return parts.fetcher().fetch(request, parts.connectors().policy(contract), known);
    }

    SourceRun failed(FetchRequest request, FetchOutcome.Failed failed) {
        FetchMessage fault = failed.fault();
        return failed(request, new Failure(fault.code(), failed.text(), isOfTheRequest(fault)), failed.retryAt());
    }

    /// Whether other requests of this run may well be answered.
    boolean isOfTheRequest(FetchMessage fault) {
        return fault.isOfTheRequest() && isOneOfMany();
    }

    /// What went wrong.
    ///
    /// @param ofTheRequest whether other requests to the source may well be answered
    private record Failure(String code, String words, boolean ofTheRequest) {}

    /// A publisher's own words may hold the key. The last fault of a source names the request where there are several.
    private SourceRun failed(FetchRequest request, Failure failure, @Nullable Instant retryAt) {
        String text = StorableText.of(Secrets.masked(failure.words()));
        Instant now = parts.clock().instant();
        if (!failure.code().equals(FetchMessage.PAUSED.code())) {
            GateState gate = parts.fetcher().state(id);
            String named = isOneOfMany() ? request.name() + ": " + text : text;
            parts.store().failed(id, gate, failure.code(), named, now);
            parts.tally().add(id, SourceTally.Result.FAILED);
        }
        if (failure.ofTheRequest()) {
            parts.faults().put(id, new RequestFault(request.name(), failure.code(), text, now));
        }
        return SourceRun.note(id, request.name(), SourceRun.FAILED, failure.code(), text, retryAt);
    }

    /// Notes that a request was answered, and with it that the source works.
    void understood(Instant ended) {
        parts.fetcher().understood(id);
        parts.store().understood(id, parts.fetcher().state(id), ended);
        parts.tally().add(id, SourceTally.Result.UNDERSTOOD);
    }

    private SourceRun unchanged(FetchRequest request, Answered before, Instant asked, Instant ended) {
        understood(ended);
        answers.unchanged(request, asked);
        Answered again = new Answered(ended, before.hash(), before.validators(), before.context());
        parts.store().note(id, Map.of(request.name(), again));
        return new SourceRun(id, request.name(), SourceRun.UNCHANGED, null, null, null, null, 0, null);
    }

    private SourceRun fetched(FetchRequest request, @Nullable Answered before, FetchOutcome.Fetched fetched) {
        Came came = came(request, fetched);
        if (before != null && before.hash().equals(came.answered().hash())) {
            return unchanged(request, before, fetched.asked(), fetched.ended());
        }
        if (stores) {
            keep(List.of(came));
        }
        return stored(came);
    }

    /// An answer, and how it is known again.
    record Came(FetchRequest request, Payload payload, Answered answered) {}

    Came came(FetchRequest request, FetchOutcome.Fetched fetched) {
        String hash = Sha256.hex(fetched.body());
        return new Came(
                request,
                new Payload(request.name(), withoutKey(fetched.body()), fetched.asked(), fetched.ended()),
                new Answered(fetched.ended(), hash, fetched.validators(), context));
    }

    /// An answer that repeats the key must not bring it into rows, quarantine or what is kept. Letters are bytes here,
    /// so that all others stay as they are.
    private byte[] withoutKey(byte[] body) {
        String key = key();
        if (key == null || key.length() < LEAST_KEY) {
            return body;
        }
        String letters = new String(body, StandardCharsets.ISO_8859_1);
        String masked = Secrets.masked(key, letters);
        return masked.equals(letters) ? body : masked.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Keeps answers as they came, where the terms of the source allow it and they did not hold its key.
    void keep(List<Came> answers) {
        Map<Payload, String> kept = new LinkedHashMap<>();
        answers.stream()
                .filter(came ->
                        Sha256.hex(came.payload().body()).equals(came.answered().hash()))
                .forEach(came -> kept.put(came.payload(), came.answered().hash()));
        if (!kept.isEmpty() && isStorable()) {
            parts.store().keep(id, kept);
        }
    }

    /// Stores what an answer says, and notes it as known.
    SourceRun stored(Came came) {
        try {
            SourceRun run = take(came.request(), came.payload());
            understood(came.answered().fetchedAt());
            if (stores) {
                parts.store().note(id, Map.of(came.request().name(), came.answered()));
            }
            return run;
        } catch (SourceFault fault) {
            return unusable(came, fault);
        } catch (MacroEdgeException fault) {
            return refused(came, fault);
        }
    }

    private SourceRun refused(Came came, MacroEdgeException fault) {
        if (fault.code() == ProblemCode.FILE_FAULT) {
            return unusable(came, SourceFault.notUnderstood(fault.text()));
        }
        SourceMessage refused = SourceMessage.STORE_REFUSED;
        return failed(came.request(), new Failure(refused.code(), refused.advice(fault.text()), false), null);
    }

    private @Nullable String key() {
        return parts.connectors().access(contract).key();
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
        ImportOutcome outcome = batch(List.of(request.name()), rows);
        if (stores) {
            parts.verdicts().state(id, releases.figures(), payload.fetchedAt());
            parts.days().state(id, releases.days(), payload.fetchedAt());
        }
        return outcome;
    }

    /// @param requests whose rows they are
    ImportOutcome batch(List<String> requests, ReleaseAdapter rows) {
        return parts.imports()
                .run(new ReportedBatch(BatchKind.SOURCE, id, requests, rows, !stores), ImportProgress.SILENT);
    }

    /// The source rests as after any failure: who answers with an error page wants to be left alone. Where it is asked
    /// in several requests, one that is not understood says nothing of the others.
    SourceRun unusable(Came came, SourceFault unread) {
        SourceFault fault = unread.inWordsOf(came.payload(), isOneOfMany());
        boolean ofTheRequest = isOneOfMany() && fault.fault() != SourceMessage.REFUSED;
        String code = fault.fault().code();
        Instant until = ofTheRequest
                ? parts.fetcher().misread(id, code)
                : parts.fetcher().unusable(id, code);
        return failed(came.request(), new Failure(code, String.valueOf(fault.getMessage()), ofTheRequest), until);
    }

    private boolean isOneOfMany() {
        return answers.requests().size() > 1;
    }
}
