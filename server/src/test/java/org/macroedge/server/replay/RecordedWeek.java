package org.macroedge.server.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.CalendarReader;
import org.macroedge.server.releases.profile.Profiles;
import tools.jackson.databind.JsonNode;

/// The events of a week as ForexFactory's calendar recorded them, each from its latest file. The feed that is composed
/// of them has a column of actuals, which the real feed lacks.
public final class RecordedWeek {

    private static final DateTimeFormatter CAPTURED = DateTimeFormatter.ofPattern(
                    "'ff_calendar_thisweek_'yyyyMMdd'T'HHmmss'Z.json'")
            .withZone(ZoneOffset.UTC);

    private final Instant start;
    private final Profiles profiles;
    private final List<Event> events;

    /// @param profiles whose profile `forexfactory-feed` reads actuals
    private RecordedWeek(Instant start, Profiles profiles, List<Event> events) {
        this.start = start;
        this.profiles = profiles;
        this.events = List.copyOf(events);
    }

    private record Event(
            Instant instant, String currency, String title, String actual, String forecast, String previous) {}

    /// @param days the folder with a file for each day
    public static RecordedWeek read(Path days, Instant start, Path profilesOfTheHome, Catalogue catalogue) {
        Map<String, JsonNode> latest = new TreeMap<>();
        Map<String, String> captured = new TreeMap<>();
        try (Stream<Path> files = Files.walk(days)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode day = Json.mapper().readTree(Files.readAllBytes(file));
                String timestamp = day.path("timestamp").asString();
                day.path("events").forEach(event -> {
                    String id = event.path("event_id").asString();
                    if (timestamp.compareTo(captured.getOrDefault(id, "")) > 0) {
                        captured.put(id, timestamp);
                        latest.put(id, event);
                    }
                });
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<Event> events = latest.values().stream()
                .map(RecordedWeek::event)
                .filter(event -> !event.instant().isBefore(start))
                .filter(event -> event.instant().isBefore(start.plus(Duration.ofDays(7))))
                .sorted(Comparator.comparing(Event::instant)
                        .thenComparing(Event::currency)
                        .thenComparing(Event::title))
                .toList();
        Profiles profiles = new Profiles(Path.of("../catalogue/profiles"), profilesOfTheHome, () -> catalogue);
        return new RecordedWeek(start, profiles, events);
    }

    private static Event event(JsonNode event) {
        return new Event(
                OffsetDateTime.parse(event.path("event_dt").asString()).toInstant(),
                event.path("currency").asString(),
                event.path("event").asString(),
                event.path("actual").asString(),
                event.path("forecast").asString(),
                event.path("previous").asString());
    }

    public Instant start() {
        return start;
    }

    /// The feed at an instant: every event of the week, with the actuals of those whose instant has come.
    public String feed(Instant now) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Event event : events) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("title", event.title());
            row.put("country", event.currency());
            row.put(
                    "date",
                    event.instant()
                            .atOffset(ZoneOffset.UTC)
                            .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")));
            row.put("impact", "Low");
            row.put("forecast", event.forecast());
            row.put("previous", event.previous());
            row.put("actual", event.instant().isAfter(now) ? "" : event.actual());
            rows.add(row);
        }
        return Json.mapper().writeValueAsString(rows);
    }

    /// The feed at an instant as a saved file.
    public CalendarReader file(Instant now) {
        byte[] body = feed(now).getBytes(StandardCharsets.UTF_8);
        return new CalendarReader(
                profiles.shippedOrOwn("forexfactory-feed"),
                List.of(new CalendarFile(CAPTURED.format(now), () -> new ByteArrayInputStream(body))),
                now);
    }

    /// The releases that the product makes of the week when it is over.
    public List<ReportedRelease> releases() {
        List<ReportedRelease> releases = new ArrayList<>();
        file(start.plus(Duration.ofDays(7))).deliver(result -> {
            if (result instanceof RowResult.Mapped mapped && mapped.release().actual() != null) {
                releases.add(mapped.release());
            }
        });
        return releases;
    }
}
