package org.macroedge.server.sources.eurostat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import tools.jackson.databind.JsonNode;

/// Reads the answer for one series. A code that the dataset does not have gives status 200 and a dimension without
/// categories.
final class EurostatAnswer {

    private static final String TIME = "time";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXX", Locale.ROOT);

    /// How far the office's clock may be ahead.
    private static final Duration AHEAD = Duration.ofHours(1);

    private EurostatAnswer() {}

    static List<Observation> read(Payload payload, SeriesKey key) {
        JsonNode answer = JsonFields.read(payload.body());
        checkRefusal(answer);
        checkDataset(answer, key);
        checkStamp(answer, payload);
        Frequency frequency = key.frequency();
        Periods periods = new Periods(key.text(), payload);
        List<Observation> figures = new ArrayList<>();
        for (JsonStat.Cell cell : JsonStat.of(answer).cells()) {
            Map<String, String> codes = new TreeMap<>(cell.codes());
            String time = codes.remove(TIME);
            if (time == null || !codes.equals(key.codes())) {
                throw SourceFault.notUnderstood(codes + " came for " + key.text());
            }
            Observation figure =
                    new Observation(key.text(), frequency, Periods.firstDay(time, frequency), cell.value());
            periods.add(figure.period());
            figures.add(figure);
        }
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return figures;
    }

    /// Refusals come as lists of errors, and large answers as a warning that promises them for later.
    private static void checkRefusal(JsonNode answer) {
        for (String name : List.of("error", "warning")) {
            JsonNode refusal = answer.get(name);
            if (refusal != null) {
                JsonNode first = refusal.isArray() && !refusal.isEmpty() ? refusal.get(0) : refusal;
                throw SourceFault.refused(first.path("label").asString(name));
            }
        }
    }

    private static void checkDataset(JsonNode answer, SeriesKey key) {
        String dataset = answer.path("extension").path("id").asString(key.dataset());
        if (!dataset.equalsIgnoreCase(key.dataset())) {
            throw SourceFault.notUnderstood("dataset " + dataset + " came for " + key.dataset());
        }
    }

    /// The office says when the dataset last changed. A stamp in the future shows that one of two clocks is wrong.
    private static void checkStamp(JsonNode answer, Payload payload) {
        String stamp = JsonFields.text(answer, "updated");
        try {
            if (!OffsetDateTime.parse(stamp, STAMP)
                    .toInstant()
                    .isAfter(payload.fetchedAt().plus(AHEAD))) {
                return;
            }
        } catch (DateTimeException unreadable) {
            throw SourceFault.notUnderstood("`updated` \"" + stamp + "\" is not a time");
        }
        throw SourceFault.notUnderstood("it was updated at " + stamp + ", which is in the future");
    }
}
