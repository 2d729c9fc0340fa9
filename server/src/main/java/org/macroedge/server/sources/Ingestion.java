package org.macroedge.server.sources;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.ReleaseReader;
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
import org.macroedge.server.sources.series.ObservationStore;
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
    private final ObservationStore observations;
    private final Imports imports;
    private final SourceVerdicts verdicts;
    private final ReleaseReader facts;
    private final CatalogueInForce catalogue;
    private final Clock clock;

    Ingestion(
            Connectors connectors,
            Fetcher fetcher,
            SourceStore store,
            ObservationStore observations,
            Imports imports,
            SourceVerdicts verdicts,
            ReleaseReader facts,
            CatalogueInForce catalogue,
            Clock clock) {
        this.connectors = connectors;
        this.fetcher = fetcher;
        this.store = store;
        this.observations = observations;
        this.imports = imports;
        this.verdicts = verdicts;
        this.facts = facts;
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
                .flatMap(connector -> run(connector, true, progress).stream())
                .toList();
    }

    /// Asks one source, or every source that is on, for little, and stores nothing of it.
    ///
    /// @param source null for all
    /// @throws MacroEdgeException with `unknown-source`
    public List<SourceRun> check(@Nullable String source, Consumer<String> progress) {
        return chosen(source)
                .flatMap(connector -> run(connector, false, progress).stream())
                .toList();
    }

    private Stream<SourceConnector> chosen(@Nullable String source) {
        return source == null ? connectors.all().stream() : Stream.of(connectors.named(source));
    }

    private List<SourceRun> run(SourceConnector connector, boolean stores, Consumer<String> progress) {
        SourceContract contract = connector.contract();
        SourceNote off = connectors.off(contract).orElse(null);
        if (off != null) {
            return List.of(SourceRun.note(contract.id(), null, SourceRun.OFF, off.code(), off.text(), null));
        }
        fetcher.restore(contract.id(), store.state(contract.id()).gate());
        return new Run(contract, answers(connector), stores).all(progress);
    }

    private Answers answers(SourceConnector connector) {
        SourceAccess access = connectors.access(connector.contract());
        return switch (connector) {
            case CalendarConnector calendar -> new CalendarAnswers(calendar, access, facts);
            case SeriesConnector series ->
                new SeriesAnswers(
                        series,
                        access,
                        catalogue.current().series(connector.contract().id()),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        observations,
                        facts);
            case VintageConnector vintages ->
                new VintageAnswers(
                        vintages,
                        access,
                        catalogue.current().series(connector.contract().id()),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        };
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
            Answered before = store.answered(id, request.name())
                    .filter(answered -> answered.context().equals(context))
                    .orElse(null);
            if (before != null) {
                Instant until = before.fetchedAt().plus(contract.fresh());
                if (until.isAfter(clock.instant())) {
                    SourceNote fresh = SourceNote.of(SourceMessage.FRESH, before.fetchedAt(), until);
                    return SourceRun.note(id, request.name(), SourceRun.FRESH, fresh.code(), fresh.text(), until);
                }
            }
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
