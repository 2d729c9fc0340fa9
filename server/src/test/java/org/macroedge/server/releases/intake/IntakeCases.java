package org.macroedge.server.releases.intake;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.StoredFacts;

/// Runs the intake on stored facts and rows that are written as short texts, and writes what it adds as such a text.
///
/// Facts and rows are separated by semicolons, their parts by blanks. A fact is `date source kind instant-or-value`,
/// where the date is that of the release id, and `gone` before it says that it is retracted. A row begins with its
/// instant. Either may have parts like `actual=235`.
final class IntakeCases {

    static final String SOURCE = "mine";

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));

    private final Indicator indicator;
    private final StoredFacts inForce = empty();
    private final StoredFacts gone = empty();
    private final Set<ReleaseId> ids = new java.util.TreeSet<>();
    private int facts;

    IntakeCases(String indicator, @Nullable String stored) {
        this.indicator = CATALOGUE.indicator(indicator).orElseThrow();
        parts(stored).forEach(this::store);
    }

    private static StoredFacts empty() {
        return new StoredFacts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private static List<List<String>> parts(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(part -> List.of(part.strip().split(" +")))
                        .toList();
    }

    private static Map<String, String> named(List<String> parts) {
        Map<String, String> named = new HashMap<>();
        parts.stream()
                .filter(part -> part.contains("="))
                .forEach(
                        part -> named.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1)));
        return named;
    }

    private void store(List<String> written) {
        boolean retracted = written.getFirst().equals("gone");
        List<String> parts = retracted ? written.subList(1, written.size()) : written;
        StoredFacts target = retracted ? gone : inForce;
        Map<String, String> named = named(parts);
        ReleaseId id = new ReleaseId(indicator.id() + "@" + parts.getFirst());
        ids.add(id);
        String source = parts.get(1);
        int fact = ++facts;
        switch (parts.get(2)) {
            case "print" ->
                target.prints()
                        .add(new Print(
                                fact,
                                id,
                                source,
                                Instant.parse(parts.get(3)),
                                new BigDecimal(named.get("actual")),
                                number(named.get("previous")),
                                date(named.get("period")),
                                date(named.get("on")),
                                named.get("event"),
                                Set.of()));
            case "schedule" ->
                target.schedules()
                        .add(new Schedule(
                                fact,
                                id,
                                source,
                                instant(named.get("captured")),
                                Instant.parse(parts.get(3)),
                                date(named.get("period")),
                                date(named.get("on")),
                                false,
                                named.get("event")));
            default ->
                target.forecasts()
                        .add(new Forecast(
                                fact,
                                id,
                                source,
                                ForecastKind.ofCode(parts.get(2)),
                                instant(named.get("captured")),
                                new BigDecimal(parts.get(3))));
        }
    }

    /// The outcomes of rows, their facts in the order of their numbers, the facts confirmed, and the revisions found.
    String outcome(String rows) {
        List<ReportedRelease> reported = new ArrayList<>();
        for (List<String> row : parts(rows)) {
            reported.add(row(row, reported.size() + 1));
        }
        FactCollector collected = new FactCollector(100);
        Intake intake = new Intake(SOURCE, collected);
        intake.take(
                List.of(IndicatorRows.of(indicator, reported)), ReleaseCandidates.of(inForce, gone, List.copyOf(ids)));
        List<String> lines = new ArrayList<>();
        lines.add(intake.outcomes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().name().toLowerCase(java.util.Locale.ROOT) + " " + entry.getValue())
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

    private static List<String> lines(NewFacts facts) {
        Map<Long, String> lines = new TreeMap<>();
        facts.releases().forEach(release -> lines.put(release.fact(), "new " + date(release.id())));
        facts.prints()
                .forEach(print -> lines.put(
                        print.fact(),
                        "print " + date(print.release()) + " " + print.actual().toPlainString()));
        facts.schedules()
                .forEach(schedule -> lines.put(
                        schedule.fact(), "schedule " + date(schedule.release()) + " " + schedule.scheduledAt()));
        facts.forecasts()
                .forEach(forecast -> lines.put(
                        forecast.fact(),
                        forecast.kind().code() + " " + date(forecast.release()) + " " + forecast.value()));
        return List.copyOf(lines.values());
    }

    private static String date(ReleaseId id) {
        return id.value().substring(id.value().indexOf('@') + 1);
    }

    private ReportedRelease row(List<String> parts, int line) {
        Map<String, String> named = named(parts);
        List<ReportedForecast> forecasts = new ArrayList<>();
        for (ForecastKind kind : ForecastKind.values()) {
            String value = named.get(kind.code());
            if (value != null) {
                forecasts.add(new ReportedForecast(kind, new BigDecimal(value), instant(named.get("captured"))));
            }
        }
        return new ReportedRelease(
                named.getOrDefault("file", "rows.csv"),
                line,
                SOURCE,
                indicator,
                Instant.parse(parts.getFirst()),
                date(named.get("on")),
                parts.contains("date-only"),
                date(named.get("period")),
                number(named.get("actual")),
                number(named.get("previous")),
                forecasts,
                instant(named.get("scheduled")),
                named.get("event"),
                parts.contains("spilled"));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
