package org.macroedge.server.releases.intake;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.CaseFacts;
import org.macroedge.server.releases.Print;

/// Runs the intake on stored facts and rows that are written as short texts, and writes what it adds as such a text.
///
/// Rows are written like [CaseFacts], and begin with their instant. A row may have parts like `actual=235`, and the
/// words `date-only` and `spilled`.
final class IntakeCases {

    static final String SOURCE = "mine";

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));

    private final Indicator indicator;
    private final CaseFacts stored;

    IntakeCases(String indicator, @Nullable String stored) {
        this.indicator = CATALOGUE.indicator(indicator).orElseThrow();
        this.stored = new CaseFacts(indicator, stored);
    }

    /// The outcomes of rows, their facts in the order of their numbers, the facts confirmed, and the revisions found.
    String outcome(String rows) {
        FactCollector collected = new FactCollector(100);
        Intake intake = take(rows, collected);
        List<String> lines = new ArrayList<>();
        lines.add(intake.outcomes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                .collect(Collectors.joining(", ")));
        lines.addAll(lines(collected.drain()));
        if (!collected.confirmed().equals("{}")) {
            lines.add("confirms " + collected.confirmed());
        }
        if (collected.revisions() > 0) {
            lines.add("revisions " + collected.revisions());
        }
        return String.join("; ", lines);
    }

    /// The region, indicators and market times of each change that rows bring.
    String changed(String rows) {
        FactCollector collected = new FactCollector(100);
        take(rows, collected);
        return collected.changes().events(1).stream()
                .map(change -> change.region() + " " + String.join(",", change.indicators()) + " " + change.marketFrom()
                        + " to " + change.marketTo())
                .collect(Collectors.joining("; "));
    }

    private Intake take(String rows, FactCollector collected) {
        List<ReportedRelease> reported = new ArrayList<>();
        for (List<String> row : CaseFacts.parts(rows)) {
            reported.add(row(row, reported.size() + 1));
        }
        Intake intake = new Intake(SOURCE, collected);
        intake.take(
                List.of(IndicatorRows.of(indicator, reported)),
                ReleaseCandidates.of(stored.inForce(), stored.gone(), stored.ids()));
        return intake;
    }

    private static List<String> lines(NewFacts facts) {
        Map<Long, String> lines = new TreeMap<>();
        facts.releases().forEach(release -> lines.put(release.fact(), "new " + CaseFacts.date(release.id())));
        facts.prints()
                .forEach(print -> lines.put(
                        print.fact(),
                        "print " + CaseFacts.date(print.release()) + " "
                                + print.actual().toPlainString() + marks(print)));
        facts.schedules()
                .forEach(schedule -> lines.put(
                        schedule.fact(),
                        "schedule " + CaseFacts.date(schedule.release()) + " " + schedule.scheduledAt()
                                + captured(schedule.capturedAt())));
        facts.forecasts()
                .forEach(forecast -> lines.put(
                        forecast.fact(),
                        forecast.kind().code() + " " + CaseFacts.date(forecast.release()) + " " + forecast.value()
                                + captured(forecast.capturedAt())));
        return List.copyOf(lines.values());
    }

    /// The marks beside `imported`, which every print has.
    private static String marks(Print print) {
        Set<Mark> others = EnumSet.copyOf(print.marks());
        return others.remove(Mark.IMPORTED) && others.isEmpty() ? "" : " " + CaseFacts.text(others);
    }

    private static String captured(@Nullable Instant instant) {
        return instant == null ? "" : " captured=" + instant;
    }

    private ReportedRelease row(List<String> parts, int line) {
        Map<String, String> named = CaseFacts.named(parts);
        List<ReportedForecast> forecasts = new ArrayList<>();
        for (ForecastKind kind : ForecastKind.values()) {
            String value = named.get(kind.code());
            if (value != null) {
                forecasts.add(
                        new ReportedForecast(kind, new BigDecimal(value), CaseFacts.instant(named.get("captured"))));
            }
        }
        return new ReportedRelease(
                named.getOrDefault("file", "rows.csv"),
                line,
                named.getOrDefault("title", "title"),
                SOURCE,
                indicator,
                Instant.parse(parts.getFirst()),
                CaseFacts.date(named.get("on")),
                parts.contains("date-only"),
                CaseFacts.date(named.get("period")),
                CaseFacts.number(named.get("actual")),
                CaseFacts.number(named.get("previous")),
                forecasts,
                CaseFacts.instant(named.get("scheduled")),
                named.get("event"),
                parts.contains("shifted"),
                parts.contains("spilled"),
                null);
    }
}
