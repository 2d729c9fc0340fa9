package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowResult;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads answers of calendars whose rows have numbers, a unit beside them, and times in UTC; and finds their figures
/// in another way.
public final class ReadCalendar {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Map<String, Integer> TENS = Map.of("", 0, "%", 0, "POINTS", 0, "K", 3, "M", 6, "B", 9);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private ReadCalendar() {}

    /// The rows of an answer that was there at an instant.
    public static List<RowResult> results(CalendarConnector connector, byte[] body, Instant fetchedAt) {
        return results(connector, new Payload("x", body, fetchedAt));
    }

    /// The rows of an answer to a request of some name.
    public static List<RowResult> results(CalendarConnector connector, Payload payload) {
        List<RowResult> results = new ArrayList<>();
        connector.read(payload).deliver(results::add);
        return results;
    }

    /// The rows of an answer in UTF-8.
    public static List<RowResult> results(CalendarConnector connector, String body, Instant fetchedAt) {
        return results(connector, body.getBytes(StandardCharsets.UTF_8), fetchedAt);
    }

    /// Those that are of an indicator.
    public static List<ReportedRelease> mapped(List<RowResult> results) {
        return results.stream()
                .filter(RowResult.Mapped.class::isInstance)
                .map(result -> ((RowResult.Mapped) result).release())
                .toList();
    }

    /// The code of the fault in which an answer ends.
    public static String fault(CalendarConnector connector, String body, Instant fetchedAt) {
        return String.valueOf(catchThrowableOfType(SourceFault.class, () -> results(connector, body, fetchedAt))
                .fault()
                .code());
    }

    /// The names that a calendar gives its figures.
    public record Names(String time, String actual, String previous, String forecast) {}

    /// Fails where a row that was read does not stand in the body at its line.
    ///
    /// @param list where the body has its rows, as a JSON pointer
    public static void assertStated(List<RowResult> results, byte[] body, String list, Names names) {
        JsonNode events = EXACT.readTree(body).at(list);
        assertThat(results).hasSize(events.size());
        for (ReportedRelease row : mapped(results)) {
            JsonNode event = events.get((int) row.line() - 1);
            assertNumber(row.actual(), event, names.actual());
            assertNumber(row.previous(), event, names.previous());
            assertNumber(
                    row.forecasts().isEmpty()
                            ? null
                            : row.forecasts().getFirst().value(),
                    event,
                    names.forecast());
            LocalDateTime time =
                    LocalDateTime.parse(event.path(names.time()).asString().strip(), TIME);
            assertThat(row.instant().atOffset(ZoneOffset.UTC).toLocalDate()).isEqualTo(time.toLocalDate());
            if (!row.dateOnly()) {
                assertThat(row.instant()).isEqualTo(time.toInstant(ZoneOffset.UTC));
            }
        }
    }

    /// A figure that is missing in the row is missing in the body too, or no number there.
    private static void assertNumber(@Nullable BigDecimal value, JsonNode event, String name) {
        JsonNode stated = event.path(name);
        if (value == null) {
            assertThat(stated.isNumber()).as(name + " of " + event).isFalse();
        } else {
            String unit = event.path("unit").isString() ? event.path("unit").asString() : "";
            int tens = TENS.get(unit.strip().toUpperCase(Locale.ROOT));
            BigDecimal number = stated.isNumber()
                    ? stated.decimalValue()
                    : new BigDecimal(stated.asString().strip());
            assertThat(value).as(name + " of " + event).isEqualByComparingTo(number.scaleByPowerOfTen(tens));
        }
    }
}
