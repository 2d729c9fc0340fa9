package org.macroedge.server.releases.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.derivation.BatchResult;
import org.macroedge.server.releases.derivation.DerivedReleases;
import org.macroedge.server.releases.derivation.EarlierStages;
import org.macroedge.server.releases.derivation.ReleaseDerivation;
import org.macroedge.server.releases.derivation.Revisions;
import org.macroedge.server.releases.derivation.SetAside;
import org.macroedge.server.releases.derivation.Statement;
import org.macroedge.server.releases.derivation.StatementText;
import org.macroedge.server.releases.derivation.Succession;
import org.macroedge.server.releases.intake.FindingCollector;
import org.macroedge.server.releases.intake.IndicatorRows;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowDigest;
import org.macroedge.server.releases.intake.RowOutcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes the rows of one batch in, one group of indicators after another: rows become statements, and the
/// facts of their indicators are brought in line.
final class BatchIntake {

    private final Catalogue catalogue;
    private final Succession succession;
    private final EarlierStages stages;
    private final Statements statements;
    private final BulkCopy copy;
    private final FactUpdate facts;
    private final Collection<BatchStatements> inForce;
    private final BatchStatements batch;
    private final Map<String, RowDigest> known;
    private final boolean dryRun;
    private final ImportProgress progress;
    private final Map<RowOutcome, Long> outcomes = new EnumMap<>(RowOutcome.class);
    private final Map<String, RowDigest> learned = new TreeMap<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final FindingCollector findings = new FindingCollector();
    private long next;
    private long revisions;

    /// @param batch receives the numbers of the rows
    /// @param inForce the batches before it
    /// @param known digests of the source's rows, by indicator id
    BatchIntake(
            JdbcClient jdbc,
            BulkCopy copy,
            Catalogue catalogue,
            FactUpdate facts,
            BatchStatements batch,
            Collection<BatchStatements> inForce,
            Map<String, RowDigest> known,
            boolean dryRun,
            ImportProgress progress) {
        this.progress = progress;
        this.catalogue = catalogue;
        this.succession = new Succession(catalogue.indicators());
        this.stages = new EarlierStages(catalogue.indicators());
        this.statements = new Statements(jdbc);
        this.copy = copy;
        this.facts = facts;
        this.batch = batch;
        this.inForce = inForce;
        this.known = known;
        this.dryRun = dryRun;
        this.next = statements.nextNumber();
    }

    /// Takes the rows of some indicators in.
    void take(List<IndicatorRows> group) {
        List<IndicatorRows> unknown = new ArrayList<>();
        for (IndicatorRows rows : group) {
            RowDigest before = known.get(rows.id());
            if (before != null && before.matches(rows.hash())) {
                batch.statements().add(Numbers.of(before.statements()));
                count(RowOutcome.UNCHANGED, rows.rows().size());
            } else {
                unknown.add(rows);
            }
        }
        if (!unknown.isEmpty()) {
            takeUnknown(unknown);
        }
    }

    private void takeUnknown(List<IndicatorRows> group) {
        Map<IndicatorId, IndicatorRows> rows = new TreeMap<>();
        group.forEach(indicator -> rows.put(indicator.indicator().id(), indicator));
        Set<IndicatorId> ids = new TreeSet<>(rows.keySet());
        if (!inForce.isEmpty()) {
            ids.addAll(stages.after(rows.keySet()));
        }
        StatedReleases stated = new StatedReleases(catalogue, succession, stages, inForce);
        List<Statement> stored = inForce.isEmpty() ? List.of() : stated.load(statements, ids);
        stated.add(batch);
        Map<IndicatorId, Numbers> numbers = number(rows.values(), repeatable(stored), stated);
        List<Derived> derived = ids.parallelStream()
                .map(id -> derive(stated.indicator(id), stated))
                .toList();
        List<DerivedReleases> releases = derived.stream().map(Derived::releases).toList();
        facts.replace(ids, releases);
        for (Derived indicator : derived) {
            note(indicator);
            IndicatorRows taken = rows.get(indicator.indicator().id());
            if (taken != null && indicator.isClean()) {
                learned.put(taken.id(), new RowDigest(taken.hash(), multirange(numbers, taken)));
            }
        }
    }

    private static String multirange(Map<IndicatorId, Numbers> numbers, IndicatorRows rows) {
        return numbers.getOrDefault(rows.indicator().id(), new Numbers()).multirange();
    }

    /// The statements of the source in force, by what they say.
    private Map<String, Long> repeatable(List<Statement> stored) {
        Numbers repeatable = new Numbers();
        inForce.stream()
                .filter(other -> other.source().equals(batch.source()))
                .forEach(other -> repeatable.add(other.statements()));
        Map<String, Long> byText = new HashMap<>();
        for (Statement statement : stored) {
            if (repeatable.contains(statement.number())) {
                byText.putIfAbsent(StatementText.of(statement.row()), statement.number());
            }
        }
        return byText;
    }

    /// Makes statements of rows: a row that the source has in force is that statement again.
    private Map<IndicatorId, Numbers> number(
            Collection<IndicatorRows> group, Map<String, Long> repeatable, StatedReleases stated) {
        Map<IndicatorId, Numbers> all = new HashMap<>();
        List<Statement> fresh = new ArrayList<>();
        for (IndicatorRows rows : group) {
            Numbers numbers = new Numbers();
            for (ReportedRelease row : rows.rows()) {
                Long before = repeatable.isEmpty() ? null : repeatable.get(StatementText.of(row));
                Statement statement = new Statement(before == null ? next++ : before, row);
                if (before == null) {
                    fresh.add(statement);
                }
                if (numbers.contains(statement.number())) {
                    count(RowOutcome.UNCHANGED, 1);
                } else {
                    stated.add(batch.batch(), statement);
                    numbers.add(statement.number());
                }
            }
            batch.statements().add(numbers);
            all.put(rows.indicator().id(), numbers);
        }
        if (!dryRun) {
            statements.write(copy, batch.batch(), fresh);
        }
        return all;
    }

    private record Derived(Indicator indicator, ReleaseDerivation derivation, DerivedReleases releases) {

        /// Whether the rows of the batch count and correct nothing.
        boolean isClean() {
            return derivation.results().stream()
                    .allMatch(result -> result.setAside().isEmpty()
                            && !result.outcomes().containsKey(RowOutcome.CORRECTED)
                            && !result.outcomes().containsKey(RowOutcome.REVISED));
        }
    }

    private Derived derive(Indicator indicator, StatedReleases stated) {
        ReleaseDerivation derivation = new ReleaseDerivation(indicator, batch.batch(), progress::waiting);
        DerivedReleases releases = stated.derive(derivation, indicator.id());
        DoubtfulFigures doubtful = new DoubtfulFigures(catalogue, batch.source(), derivation.findings());
        derivation.results().forEach(result -> doubtful.find(indicator, releases, result.released()));
        return new Derived(indicator, derivation, releases);
    }

    private void note(Derived derived) {
        findings.addAll(derived.derivation().findings().findings());
        for (BatchResult result : derived.derivation().results()) {
            result.outcomes().forEach(this::count);
            setAside.addAll(result.setAside());
            revisions += Revisions.count(derived.indicator(), batch.source(), derived.releases(), result.released());
        }
    }

    private void count(RowOutcome outcome, long rows) {
        if (rows > 0) {
            outcomes.merge(outcome, rows, Long::sum);
        }
    }

    /// How many rows had each outcome.
    Map<RowOutcome, Long> outcomes() {
        return outcomes;
    }

    /// How to recognise the rows when they come again, by indicator id.
    Map<String, RowDigest> learned() {
        return learned;
    }

    /// Rows that do not count.
    List<SetAside> setAside() {
        return setAside;
    }

    FindingCollector findings() {
        return findings;
    }

    /// How many new values the batch shows for earlier releases.
    long revisions() {
        return revisions;
    }

    /// The number after the last statement.
    long end() {
        return next;
    }
}
