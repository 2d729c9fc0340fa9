package org.macroedge.server.sources;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.importing.BatchKind;
import org.macroedge.server.releases.importing.BatchView;
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

/// Fetches from sources and stores what they say, whoever asks for it. A source that fails never keeps others
/// from being asked: its failure is a state of the run.
///
/// An answer is kept before it is read. It is noted as known only once its rows are stored, so that a process
/// that dies in between loses nothing.
public final class Ingestion {

    private final Connectors connectors;
    private final Fetcher fetcher;
    private final SourceStore store;
    private final SourceAnswers answers;
    private final Imports imports;
    private final SourceVerdicts verdicts;
    private final CatalogueInForce catalogue;
    private final Clock clock;

    Ingestion(
            Connectors connectors,
            Fetcher fetcher,
            SourceStore store,
            SourceAnswers answers,
            Imports imports,
            SourceVerdicts verdicts,
            CatalogueInForce catalogue,
            Clock clock) {
        this.connectors = connectors;
        this.fetcher = fetcher;
        this.store = store;
        this.answers = answers;
        this.imports = imports;
        this.verdicts = verdicts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// Asks one source, or every source that is on.
    ///
    /// @param source null for all
    /// @param progress receives the name of each request before it is sent
    /// @throws MacroEdgeException with `unknown-source`
    public List<SourceRun> ingest(@Nullable String source, Consumer<String> progress) {
        return chosen(source)
                .flatMap(connector -> run(connector, true, progress))
                .toList();
    }

    /// Asks one source, or every source that is on, for little, and stores nothing of it.
    ///
    /// @param source null for all
    /// @throws MacroEdgeException with `unknown-source`
    public List<SourceRun> check(@Nullable String source, Consumer<String> progress) {
        return chosen(source)
                .flatMap(connector -> run(connector, false, progress))
                .toList();
    }

    private Stream<SourceConnector> chosen(@Nullable String source) {
        return source == null ? connectors.all().stream() : Stream.of(connectors.named(source));
    }

    /// Asks one source for the actuals of some indicators and stores what is new, however fresh its last answer is.
    ///
    /// @throws MacroEdgeException with `unknown-source`
    List<SourceRun> look(String source, Set<IndicatorId> indicators) {
        SourceConnector connector = connectors.named(source);
        return off(connector.contract()).orElseGet(() -> {
            Run run = new Run(connector.contract(), answers.of(connector), true);
            return run.answers.requests(indicators).stream().map(run::fetch).toList();
        });
    }

    private Stream<SourceRun> run(SourceConnector connector, boolean stores, Consumer<String> progress) {
        return off(connector.contract())
                .orElseGet(() -> new Run(connector.contract(), answers.of(connector), stores).all(progress))
                .stream();
    }

    /// What there is to say of a source that is off. One that is on takes over what an earlier process left of its
    /// limit.
    private Optional<List<SourceRun>> off(SourceContract contract) {
        Optional<List<SourceRun>> off = connectors
                .off(contract)
                .map(note ->
                        List.of(SourceRun.note(contract.id(), null, SourceRun.OFF, note.code(), note.text(), null)));
        if (off.isEmpty()) {
            fetcher.restore(contract.id(), store.state(contract.id()).gate());
        }
        return off;
    }

    /// What else than an answer decides what is made of it: the catalogue, and the last undo of a batch of the
    /// source.
    private String context(String source) {
        long undo = imports.list().stream()
                .filter(batch -> batch.undoes() != null && source.equals(batch.source()))
                .mapToLong(BatchView::batch)
                .max()
                .orElse(0);
        return catalogue.current().hash() + " " + undo;
    }

    private boolean storable(String source) {
        return catalogue.current().sources().stream()
                .filter(known -> known.id().equals(source))
                .anyMatch(known -> known.terms().storable());
    }

    /// The requests to a source and their answers.
    private final class Run {

        private final SourceContract contract;
        private final Answers answers;
        private final String id;
        private final boolean stores;
        private final String context;

        /// @param stores whether rows are stored, or only read
        Run(SourceContract contract, Answers answers, boolean stores) {
            this.contract = contract;
            this.answers = answers;
            this.id = contract.id();
            this.stores = stores;
            this.context = context(id);
        }

        List<SourceRun> all(Consumer<String> progress) {
            List<SourceRun> runs = new ArrayList<>();
            for (FetchRequest request : answers.requests()) {
                progress.accept(id + ": " + request.name());
                runs.add(ask(request));
            }
            return runs;
        }

        private SourceRun ask(FetchRequest request) {
            Answered before = before(request);
            Instant until = before == null ? Instant.MIN : before.fetchedAt().plus(contract.fresh());
            if (before != null && until.isAfter(clock.instant())) {
                SourceNote fresh = SourceNote.of(SourceMessage.FRESH, before.fetchedAt(), until);
                return SourceRun.note(id, request.name(), SourceRun.FRESH, fresh.code(), fresh.text(), until);
            }
            return fetch(request);
        }

        private @Nullable Answered before(FetchRequest request) {
            return store.answered(id, request.name())
                    .filter(answered -> answered.context().equals(context))
                    .orElse(null);
        }

        private SourceRun fetch(FetchRequest request) {
            Answered before = before(request);
            Validators known = before == null ? Validators.NONE : before.validators();
            return switch (fetcher.fetch(request, connectors.policy(contract), known)) {
                case FetchOutcome.Failed failed ->
                    failed(request, failed.fault().code(), failed.text(), failed.retryAt());
                case FetchOutcome.Unchanged unchanged ->
                    unchanged(request, Objects.requireNonNull(before), unchanged.ended());
                case FetchOutcome.Fetched fetched -> fetched(request, before, fetched);
            };
        }

        private SourceRun failed(FetchRequest request, String code, String text, @Nullable Instant retryAt) {
            GateState gate = fetcher.state(id);
            if (!code.equals(FetchMessage.PAUSED.code())) {
                store.failed(id, gate, code, text, clock.instant());
            }
            return SourceRun.note(id, request.name(), SourceRun.FAILED, code, text, retryAt);
        }

        private void understood(Instant ended) {
            fetcher.understood(id);
            store.understood(id, fetcher.state(id), ended);
        }

        private SourceRun unchanged(FetchRequest request, Answered before, Instant ended) {
            understood(ended);
            answers.unchanged(request, ended);
            store.note(id, request.name(), new Answered(ended, before.hash(), before.validators(), before.context()));
            return new SourceRun(id, request.name(), SourceRun.UNCHANGED, null, null, null, null, 0, null);
        }

        private SourceRun fetched(FetchRequest request, @Nullable Answered before, FetchOutcome.Fetched fetched) {
            String hash = SourceStore.hash(fetched.body());
            if (before != null && before.hash().equals(hash)) {
                return unchanged(request, before, fetched.ended());
            }
            Payload payload = new Payload(request.name(), fetched.body(), fetched.ended());
            if (stores && storable(id)) {
                store.keep(id, payload, hash);
            }
            try {
                SourceRun run = take(request, payload);
                understood(fetched.ended());
                if (stores) {
                    store.note(id, request.name(), new Answered(fetched.ended(), hash, fetched.validators(), context));
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

        private SourceRun take(FetchRequest request, Payload payload) {
            ReleaseAdapter rows = answers.read(request, payload, stores);
            ImportOutcome outcome = imports.run(
                    new ReportedBatch(BatchKind.SOURCE, id, List.of(request.name()), rows, !stores),
                    ImportProgress.SILENT);
            if (stores) {
                verdicts.state(id, answers.figures(), payload.fetchedAt());
            }
            String state =
                    !stores ? SourceRun.UNDERSTOOD : outcome.batch() == null ? SourceRun.UNCHANGED : SourceRun.STORED;
            return new SourceRun(
                    id, request.name(), state, null, null, null, outcome.batch(), answers.left(), outcome.counts());
        }

        /// The source rests as after any failure: who answers with an error page wants to be left alone.
        private SourceRun unusable(FetchRequest request, SourceFault fault) {
            Instant until = fetcher.unusable(id);
            return failed(request, fault.fault().code(), String.valueOf(fault.getMessage()), until);
        }
    }
}
