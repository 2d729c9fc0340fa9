package org.macroedge.server.sources;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.prices.PriceImports;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.verdicts.SourceDays;
import org.macroedge.server.releases.verdicts.SourceVerdicts;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.fetch.Fetcher;
import org.macroedge.server.sources.view.BackfillStep;
import org.macroedge.server.sources.view.SourceRun;

/// Fetches from sources and stores what they say, whoever asks for it. A source that fails never keeps others
/// from being asked: its failure is a state of the run.
public final class Ingestion {

    private final IngestionRun.Parts parts;
    private final SourceAnswers answers;
    private final AskedSources asked;

    Ingestion(
            Connectors connectors,
            Fetcher fetcher,
            SourceStore store,
            RequestFaults faults,
            SourceAnswers answers,
            Imports imports,
            PriceImports prices,
            SourceVerdicts verdicts,
            SourceDays days,
            CatalogueInForce catalogue,
            AskedSources asked,
            Clock clock) {
        this.parts = new IngestionRun.Parts(
                connectors,
                fetcher,
                store,
                faults,
                imports,
                prices,
                verdicts,
                days,
                catalogue,
                new SourceTally(),
                clock);
        this.answers = answers;
        this.asked = asked;
    }

    /// Asks one source, or every source that is on.
    ///
    /// @param source null for all
    /// @param region of the indicators that are asked for, where a source can be asked for some; null for all
    /// @param progress receives the name of each request before it is sent
    /// @throws MacroEdgeException with `unknown-source`
    public List<SourceRun> ingest(@Nullable String source, @Nullable Region region, Consumer<String> progress) {
        List<SourceConnector> chosen = chosen(source).toList();
        asked.noteOn(chosen);
        return chosen.stream()
                .flatMap(connector -> run(connector, region, progress))
                .toList();
    }

    /// Asks one source, or every source that is on, for all that it gives.
    ///
    /// @param source null for all
    /// @throws MacroEdgeException with `unknown-source`
    public List<SourceRun> ingest(@Nullable String source, Consumer<String> progress) {
        return ingest(source, null, progress);
    }

    /// Asks one source by the clock, for all that it gives.
    List<SourceRun> due(String source) {
        asked.note();
        return ingest(source, request -> {});
    }

    /// Asks every source of releases that is on by the clock, for all that it gives.
    List<SourceRun> releases() {
        asked.note();
        return chosen(null)
                .filter(connector -> !(connector instanceof PriceConnector))
                .flatMap(connector -> run(connector, null, request -> {}))
                .toList();
    }

    /// Sends one source, or every source that is on, its first request, and stores nothing of the answer.
    ///
    /// @param source null for all
    /// @param all whether to send every request of a source
    /// @throws MacroEdgeException with `unknown-source`
    public List<SourceRun> check(@Nullable String source, boolean all, Consumer<String> progress) {
        return chosen(source)
                .flatMap(connector -> off(connector.contract())
                        .orElseGet(() -> {
                            Answers asked = answers.of(connector);
                            List<FetchRequest> requests = asked.requests().stream()
                                    .limit(all ? Long.MAX_VALUE : 1)
                                    .toList();
                            return new IngestionRun(parts, connector.contract(), asked, false).all(requests, progress);
                        })
                        .stream())
                .toList();
    }

    /// Sends the next requests for the past of a source, and stores what is new as one batch.
    ///
    /// @param history of a source that is on
    /// @param most how many
    /// @param progress receives the name of each request before it is sent
    BackfillStep fill(SourceContract contract, VintageAnswers history, int most, Consumer<String> progress) {
        return new BackfillRun(parts, contract, history).next(most, progress);
    }

    /// What came of the requests of this process.
    SourceTally tally() {
        return parts.tally();
    }

    Stream<SourceConnector> chosen(@Nullable String source) {
        return source == null
                ? parts.connectors().all().stream()
                : Stream.of(parts.connectors().named(source));
    }

    /// Asks one source for the actuals of some indicators and stores what is new, however fresh its last answer is.
    ///
    /// @throws MacroEdgeException with `unknown-source`
    List<SourceRun> look(String source, Set<IndicatorId> indicators) {
        SourceConnector connector = parts.connectors().named(source);
        return off(connector.contract()).orElseGet(() -> {
            Answers asked = answers.of(connector);
            IngestionRun run = new IngestionRun(parts, connector.contract(), asked, true);
            return asked.requests(indicators).stream().map(run::fetch).toList();
        });
    }

    private Stream<SourceRun> run(SourceConnector connector, @Nullable Region region, Consumer<String> progress) {
        return off(connector.contract())
                .orElseGet(() -> {
                    Answers asked = answers.of(connector);
                    List<FetchRequest> requests =
                            region == null ? asked.requests() : asked.requests(answers.indicators(connector, region));
                    return new IngestionRun(parts, connector.contract(), asked, true).all(requests, progress);
                })
                .stream();
    }

    /// What there is to say of a source that is off. One that is on takes over what an earlier process left of its
    /// limit.
    Optional<List<SourceRun>> off(SourceContract contract) {
        Optional<List<SourceRun>> off = parts.connectors()
                .off(contract)
                .map(note ->
                        List.of(SourceRun.note(contract.id(), null, SourceRun.OFF, note.code(), note.text(), null)));
        if (off.isEmpty()) {
            parts.fetcher()
                    .restore(
                            contract.id(),
                            parts.store()
                                    .state(contract.id())
                                    .at(parts.clock().instant())
                                    .gate());
        }
        return off;
    }
}
