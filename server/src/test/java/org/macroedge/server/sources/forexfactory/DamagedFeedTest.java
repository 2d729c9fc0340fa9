package org.macroedge.server.sources.forexfactory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real answers of the feed, damaged: what is read of one stands in it, as another reader finds it.
@Tag("recorded")
class DamagedFeedTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("macro-edge.recorded"), "http", "forexfactory-feed-json");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Profiles PROFILES =
            new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);
    private static final ForexFactoryConnector CONNECTOR =
            new ForexFactoryConnector(() -> PROFILES.shippedOrOwn("forexfactory-feed"));

    /// Within the week of all six answers.
    private static final Instant FETCHED = Instant.parse("2026-08-03T18:43:22Z");

    private static final Pattern NUMBER =
            Pattern.compile("[<>]?([-+]?\\d+(?:\\.\\d*)?|[-+]?\\.\\d+)([%KMBT]?)(\\|.*)?");

    private static Stream<Path> answers() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnRowsOrACodedFault(Path file) throws IOException {
        byte[] answer = Files.readAllBytes(file);
        Map<String, Row> undamaged = new HashMap<>();
        JsonNode list = JsonMapper.shared().readTree(answer);
        for (ReportedRelease row : mapped(results(answer))) {
            undamaged.put(row.title(), Row.of(row, list.get((int) row.line() - 1)));
        }
        int read = Mutations.assertOwnOrCodedFaults(
                DamagedFeedTest::results, answer, (results, body) -> assertFound(results, body, undamaged));
        assertThat(read).isPositive();
    }

    /// A row of the answer as it came.
    private record Row(IndicatorId indicator, String forecast, String previous) {

        static Row of(ReportedRelease row, JsonNode event) {
            return new Row(row.indicator().id(), text(event, "forecast"), text(event, "previous"));
        }
    }

    private static List<RowResult> results(byte[] body) {
        List<RowResult> results = new ArrayList<>();
        CONNECTOR.read(new Payload("this week", body, FETCHED)).deliver(results::add);
        return results;
    }

    private static List<ReportedRelease> mapped(List<RowResult> results) {
        return results.stream()
                .filter(RowResult.Mapped.class::isInstance)
                .map(result -> ((RowResult.Mapped) result).release())
                .toList();
    }

    private static String text(JsonNode event, String name) {
        return event.path(name).asString("").strip();
    }

    /// Every row has a result, and a row that is mapped is that of its indicator, its instant and its figures.
    private static void assertFound(List<RowResult> results, byte[] body, Map<String, Row> undamaged) {
        JsonNode list;
        try {
            list = JsonMapper.shared().readTree(body);
        } catch (JacksonException unreadable) {
            throw new AssertionError("rows were read from what is no JSON", unreadable);
        }
        assertThat(results).hasSize(list.size());
        for (ReportedRelease row : mapped(results)) {
            JsonNode event = list.get((int) row.line() - 1);
            String title = text(event, "country") + " " + text(event, "title");
            Row known = undamaged.get(title);
            assertThat(row.title()).isEqualTo(title);
            assertThat(known == null ? row.indicator().id() : known.indicator())
                    .isEqualTo(row.indicator().id());
            assertThat(row.instant())
                    .isEqualTo(OffsetDateTime.parse(text(event, "date")).toInstant());
            assertThat(row.instant().atZone(ZoneOffset.UTC).getYear()).isBetween(1900, 2028);
            assertThat(row.actual()).isNull();
            BigDecimal forecast = row.forecasts().isEmpty()
                    ? null
                    : row.forecasts().getFirst().value();
            assertNumber(forecast, text(event, "forecast"), known == null ? "" : known.forecast());
            assertNumber(row.previous(), text(event, "previous"), known == null ? "" : known.previous());
        }
    }

    /// A figure is that of its text; only a text that was damaged, or is empty, has none.
    private static void assertNumber(@Nullable BigDecimal value, String text, String undamaged) {
        if (value == null) {
            assertThat(text.isEmpty() || !text.equals(undamaged)).as(text).isTrue();
        } else {
            assertThat(value).as(text).isEqualByComparingTo(number(text));
        }
    }

    private static BigDecimal number(String text) {
        Matcher found = NUMBER.matcher(text);
        assertThat(found.matches()).as(text).isTrue();
        return new BigDecimal(found.group(1))
                .scaleByPowerOfTen(
                        List.of("", "K", "M", "B", "T").indexOf(found.group(2).replace("%", "")) * 3);
    }
}
