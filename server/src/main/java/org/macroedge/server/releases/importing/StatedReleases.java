package org.macroedge.server.releases.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.releases.derivation.DerivedReleases;
import org.macroedge.server.releases.derivation.EarlierStages;
import org.macroedge.server.releases.derivation.Placement;
import org.macroedge.server.releases.derivation.ReleaseDerivation;
import org.macroedge.server.releases.derivation.SourceStatements;
import org.macroedge.server.releases.derivation.StatedBatch;
import org.macroedge.server.releases.derivation.Statement;
import org.macroedge.server.releases.derivation.Succession;

/// The statements in force about some indicators, by indicator, source and batch.
final class StatedReleases {

    private final Catalogue catalogue;
    private final Succession succession;
    private final EarlierStages stages;
    private final Map<Long, BatchStatements> batches = new TreeMap<>();
    private final Map<IndicatorId, Map<String, Map<Long, List<Statement>>>> indicators = new HashMap<>();

    StatedReleases(
            Catalogue catalogue, Succession succession, EarlierStages stages, Collection<BatchStatements> inForce) {
        this.catalogue = catalogue;
        this.succession = succession;
        this.stages = stages;
        inForce.forEach(batch -> batches.put(batch.batch(), batch));
    }

    /// Reads what is stored about some indicators and their earlier stages.
    ///
    /// @return the statements read, of batches in force or not
    List<Statement> load(Statements stored, Collection<IndicatorId> ids) {
        Set<IndicatorId> needed = new HashSet<>(ids);
        ids.forEach(id -> needed.addAll(stages.of(indicator(id))));
        List<Statement> statements = stored.storedUnder(succession.storedUnder(needed), catalogue);
        addStored(statements);
        return statements;
    }

    /// Derives the releases of an indicator.
    DerivedReleases derive(ReleaseDerivation derivation, IndicatorId id) {
        return derivation.derive(
                of(id),
                stages.of(indicator(id)).stream()
                        .flatMap(stage -> of(stage).stream())
                        .toList());
    }

    Indicator indicator(IndicatorId id) {
        return catalogue.indicator(id.value()).orElseThrow();
    }

    /// Adds stored statements, to every batch in force that made or repeated them.
    private void addStored(List<Statement> ascending) {
        Map<Long, Statement> byNumber = HashMap.newHashMap(ascending.size());
        ascending.forEach(statement -> byNumber.put(statement.number(), statement));
        for (BatchStatements batch : batches.values()) {
            // whichever is less to go through
            LongStream numbers = batch.statements().size() < byNumber.size()
                    ? batch.statements().stream().filter(byNumber::containsKey)
                    : ascending.stream().mapToLong(Statement::number).filter(batch.statements()::contains);
            numbers.forEach(number -> add(batch.batch(), Objects.requireNonNull(byNumber.get(number))));
        }
    }

    /// Adds a statement of a batch, where the catalogue still has its indicator.
    void add(long batch, Statement statement) {
        Indicator indicator = succession.of(statement.row());
        if (indicator != null) {
            Statement placed = new Statement(statement.number(), Placement.of(statement.row(), indicator));
            indicators
                    .computeIfAbsent(indicator.id(), id -> new HashMap<>())
                    .computeIfAbsent(statement.row().source(), source -> new TreeMap<>())
                    .computeIfAbsent(batch, number -> new ArrayList<>())
                    .add(placed);
        }
    }

    void add(BatchStatements batch) {
        batches.put(batch.batch(), batch);
    }

    /// What is stated about an indicator, sources by descending precedence, then by name.
    private List<SourceStatements> of(IndicatorId indicator) {
        return indicators.getOrDefault(indicator, Map.of()).entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, ?> entry) -> -catalogue.precedence(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new SourceStatements(entry.getKey(), stated(entry.getValue())))
                .toList();
    }

    private List<StatedBatch> stated(Map<Long, List<Statement>> byBatch) {
        List<StatedBatch> stated = new ArrayList<>();
        byBatch.forEach((number, statements) -> stated.add(new StatedBatch(
                number, Objects.requireNonNull(batches.get(number)).startedAt(), statements)));
        return stated;
    }
}
