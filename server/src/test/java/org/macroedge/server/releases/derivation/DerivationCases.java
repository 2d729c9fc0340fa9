package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.CaseFacts;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.SpillTarget;

/// Derives releases from rows that are written as short texts, and writes them as such a text.
///
/// Rows are separated by semicolons, their parts by blanks. A row is `source.batch instant` with parts like
/// `actual=235`, and the words `date-only` and `shifted`. Source `good` is better than `worse`. A row's line is
/// its place in the text. Batch `n` is read on day `n` of 2026.
final class DerivationCases {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final List<String> SOURCES = List.of("good", "worse");
    private static final Instant YEAR = Instant.parse("2025-12-31T00:00:00Z");

    private record Stated(String source, long batch, Statement statement) {}

    private final Indicator indicator;
    private final List<Stated> rows = new ArrayList<>();

    DerivationCases(String indicator, String rows) {
        this.indicator = CATALOGUE.indicator(indicator).orElseThrow();
        for (List<String> parts : CaseFacts.parts(rows)) {
            String[] from = parts.getFirst().split("\\.");
            int line = this.rows.size() + 1;
            this.rows.add(new Stated(from[0], Long.parseLong(from[1]), new Statement(line, row(from[0], line, parts))));
        }
    }

    private ReportedRelease row(String source, int line, List<String> parts) {
        Map<String, String> named = CaseFacts.named(parts);
        List<ReportedForecast> forecasts = new ArrayList<>();
        for (ForecastKind kind : ForecastKind.values()) {
            String value = named.get(kind.code());
            if (value != null) {
                forecasts.add(new ReportedForecast(
                        kind,
                        new BigDecimal(value),
                        CaseFacts.instant(named.get("captured")),
                        CaseFacts.spread(named)));
            }
        }
        Instant spill = CaseFacts.instant(named.get("spill"));
        return new ReportedRelease(
                source,
                line,
                named.getOrDefault("title", "title"),
                source,
                indicator,
                Instant.parse(parts.get(1)),
                CaseFacts.date(named.get("on")),
                parts.contains("date-only"),
                CaseFacts.date(named.get("period")),
                CaseFacts.number(named.get("actual")),
                CaseFacts.number(named.get("previous")),
                forecasts,
                CaseFacts.instant(named.get("scheduled")),
                named.get("event"),
                parts.contains("shifted"),
                spill == null ? null : new SpillTarget(spill, null));
    }

    /// The outcomes and findings of the last batch, the facts of each release, and every row set aside.
    String outcome() {
        long last = rows.stream().mapToLong(Stated::batch).max().orElseThrow();
        ReleaseDerivation derivation = new ReleaseDerivation(indicator, last, () -> {});
        DerivedReleases derived = derivation.derive(stated(rows, LongUnaryOperator.identity()), List.of());
        return Stream.of(
                        Stream.of(outcomes(derivation.results())),
                        facts(derived),
                        derivation.findings().findings().stream()
                                .map(finding -> "found " + finding.kind().code() + " " + finding.count()))
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String spread(ForecastSpread spread) {
        return spread.isNone() ? "" : " from " + spread.low() + " to " + spread.high() + " of " + spread.count();
    }

    /// The facts without ids, of the same rows in the opposite order.
    List<String> unnamedReversed() {
        return unnamed(stated(rows.reversed(), LongUnaryOperator.identity()));
    }

    /// The facts without ids where the worse source came after the better one, or before it.
    List<String> unnamedInOrder(boolean worseLast) {
        long most = rows.stream().mapToLong(Stated::batch).max().orElseThrow();
        List<SourceStatements> statements = new ArrayList<>();
        for (String source : SOURCES) {
            boolean later = source.equals("worse") == worseLast;
            List<Stated> own =
                    rows.stream().filter(row -> row.source().equals(source)).toList();
            statements.addAll(stated(own, batch -> later ? batch + most : batch));
        }
        return unnamed(statements);
    }

    private List<String> unnamed(List<SourceStatements> statements) {
        return facts(new ReleaseDerivation(indicator).derive(statements, List.of()))
                .map(line -> line.replaceFirst(" [0-9.-]+ ", " "))
                .sorted()
                .toList();
    }

    /// The facts without ids of the same rows in other batches.
    ///
    /// @param batch of each row, in their order
    List<String> unnamedInBatches(IntToLongFunction batch) {
        List<Stated> moved = new ArrayList<>();
        for (Stated row : rows) {
            moved.add(new Stated(row.source(), batch.applyAsLong(moved.size()), row.statement()));
        }
        return unnamed(stated(moved, LongUnaryOperator.identity()));
    }

    /// The messages of the rows set aside.
    List<String> messages() {
        return new ReleaseDerivation(indicator)
                .derive(stated(rows, LongUnaryOperator.identity()), List.of()).setAside().stream()
                        .map(SetAside::message)
                        .toList();
    }

    private static List<SourceStatements> stated(List<Stated> rows, LongUnaryOperator numbering) {
        List<SourceStatements> statements = new ArrayList<>();
        for (String source : SOURCES) {
            Map<Long, List<Statement>> batches = new TreeMap<>();
            rows.stream()
                    .filter(row -> row.source().equals(source))
                    .forEach(row -> batches.computeIfAbsent(row.batch(), batch -> new ArrayList<>())
                            .add(row.statement()));
            if (!batches.isEmpty()) {
                List<StatedBatch> stated = new ArrayList<>();
                batches.forEach((batch, own) -> stated.add(
                        new StatedBatch(numbering.applyAsLong(batch), YEAR.plus(batch, ChronoUnit.DAYS), own)));
                statements.add(new SourceStatements(source, stated));
            }
        }
        return statements;
    }

    private static String outcomes(List<BatchResult> results) {
        return results.stream()
                .flatMap(result -> result.outcomes().entrySet().stream())
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> facts(DerivedReleases derived) {
        Comparator<String> natural = Comparator.naturalOrder();
        return Stream.of(
                        derived.prints().stream().map(DerivationCases::line).sorted(natural),
                        derived.schedules().stream()
                                .map(schedule -> "schedule " + CaseFacts.date(schedule.release()) + " "
                                        + schedule.source() + " " + schedule.scheduledAt()
                                        + captured(schedule.capturedAt(), schedule.capturedBy()))
                                .sorted(natural),
                        derived.forecasts().stream()
                                .map(forecast -> forecast.kind().code() + " " + CaseFacts.date(forecast.release())
                                        + " " + forecast.source() + " " + forecast.value()
                                        + captured(forecast.capturedAt(), forecast.capturedBy())
                                        + spread(forecast.spread()))
                                .sorted(natural),
                        derived.setAside().stream()
                                .map(row -> "aside " + row.reason().code() + " "
                                        + row.statement().row().file() + ":"
                                        + row.statement().row().line())
                                .sorted(natural))
                .flatMap(lines -> lines);
    }

    private static String line(Print print) {
        Set<Mark> marks = EnumSet.copyOf(print.marks());
        marks.remove(Mark.IMPORTED);
        return "print " + CaseFacts.date(print.release()) + " " + print.source() + " " + print.knownAt() + " "
                + print.actual().toPlainString()
                + (print.previous() == null
                        ? ""
                        : " previous=" + print.previous().toPlainString())
                + (print.period() == null ? "" : " period=" + print.period())
                + (marks.isEmpty() ? "" : " " + CaseFacts.text(marks));
    }

    private static String captured(@Nullable Instant instant, @Nullable Long batch) {
        return instant != null ? " captured=" + instant : batch == null ? "" : " captured-by-batch";
    }
}
