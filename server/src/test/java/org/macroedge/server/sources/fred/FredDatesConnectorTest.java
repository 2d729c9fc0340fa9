package org.macroedge.server.sources.fred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.ReadCalendar;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.fetch.FetchRequest;

/// When FRED says that US figures are due. The answers are composed in the shape of recorded ones.
class FredDatesConnectorTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final FredDatesConnector CONNECTOR = new FredDatesConnector(() -> CATALOGUE.series("fred"));
    private static final Instant FETCHED = Instant.parse("2026-11-26T12:00:00Z");
    private static final int PRICES = 10;
    private static final Pattern LISTED = Pattern.compile("\"date\":\"([0-9]{4}-[0-9]{2})-[0-9]{2}\"");

    static String answer(int release, String... days) {
        return Arrays.stream(days)
                .map(day -> "{\"release_id\":" + release + ",\"date\":\"" + day + "\"}")
                .collect(Collectors.joining(
                        ",",
                        "{\"realtime_start\":\"2026-01-01\",\"realtime_end\":\"9999-12-31\",\"order_by\":\"release_date\","
                            + "\"sort_order\":\"asc\",\"count\":" + days.length
                                + ",\"offset\":0,\"limit\":10000,\"release_dates\":[",
                        "]}"));
    }

    private static Payload payload(int release, String body) {
        return new Payload("release " + release, body.getBytes(StandardCharsets.UTF_8), FETCHED);
    }

    private static List<ReportedRelease> rows(int release, String body) {
        return ReadCalendar.mapped(ReadCalendar.results(CONNECTOR, payload(release, body)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "release-dates.csv", useHeadersInDisplayName = true)
    void aDayCountsWhereItsWeekMonthOrQuarterHasNoOther(
            String name, String frequency, String listed, @Nullable String announced) {
        ReleaseDates dates = ReleaseDates.read(payload(PRICES, answer(PRICES, listed.split(" "))), PRICES);

        assertThat(dates.announcements(Frequency.ofCode(frequency)).values())
                .as(name)
                .containsExactlyElementsOf(Stream.ofNullable(announced)
                        .flatMap(days -> Arrays.stream(days.split(" ")))
                        .map(LocalDate::parse)
                        .toList());
    }

    @Test
    void eachReleaseOfAMappedSeriesIsAskedForOnceFromTheQuarterOfAWeekAgo() {
        List<FetchRequest> requests = CONNECTOR.requests(
                new SourceAccess(URI.create("https://example.org/dates"), "secret"), LocalDate.parse("2026-10-05"));

        assertThat(requests)
                .extracting(FetchRequest::name)
                .doesNotHaveDuplicates()
                .contains("release 10", "release 50")
                .hasSize((int) CATALOGUE.series("fred").stream()
                        .map(Series::release)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
        assertThat(requests.getFirst().address())
                .hasToString(
                        "https://example.org/dates?release_id=9&file_type=json&realtime_start=2026-07-01"
                            + "&realtime_end=9999-12-31&limit=10000&sort_order=asc&include_release_dates_with_no_data=true");
        assertThat(requests.getFirst().secrets()).containsEntry("api_key", "secret");
    }

    /// Fetched on 26 November at noon, 92 days before 26 February at noon.
    @Test
    void aFigureThatIsDueWithin92DaysIsTakenAndALaterOneIsNot() {
        assertThat(rows(PRICES, answer(PRICES, "2027-02-25"))).hasSize(3);
        assertThat(rows(PRICES, answer(PRICES, "2027-02-26"))).isEmpty();
    }

    @Test
    void figuresAreDueAtTheirReleaseTimesInTheThreeMonthsToCome() {
        List<ReportedRelease> rows = rows(
                PRICES,
                answer(PRICES, "2026-11-13", "2026-12-10", "2027-01-13", "2027-02-05", "2027-02-12", "2027-03-11"));

        assertThat(rows)
                .extracting(row -> row.indicator().id() + " " + row.instant())
                .containsExactly(
                        "us-core-cpi-mom 2026-12-10T13:30:00Z",
                        "us-core-cpi-mom 2027-01-13T13:30:00Z",
                        "us-cpi-mom 2026-12-10T13:30:00Z",
                        "us-cpi-mom 2027-01-13T13:30:00Z",
                        "us-cpi-yoy 2026-12-10T13:30:00Z",
                        "us-cpi-yoy 2027-01-13T13:30:00Z");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.actual()).isNull();
            assertThat(row.forecasts()).isEmpty();
            assertThat(row.dateOnly()).isTrue();
            assertThat(row.scheduleCapturedAt()).isEqualTo(FETCHED);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asc      | desc       | `sort_order` is \"desc\"",
                "9999     | 2026       | `realtime_end` is",
                "2,\"offs | 3,\"offs   | `count` is 3",
                "offset\":0 | offset\":5 | `offset` is 5",
                "_id\":10 | _id\":11   | `release_id` is 11",
                "12-10    | 11-10      | 2026-11-10 is out of order",
                "12-10    | 11-13      | 2026-11-13 is out of order",
                "2026-11-13 | 2025-11-13 | 2025-11-13 is out of order",
                "2026-11-13 | 2026-11-31 | is not a date",
            })
    void anAnswerThatIsNotThatOfTheQuestionIsAFault(String stated, String damaged, String fault) {
        String body = answer(PRICES, "2026-11-13", "2026-12-10").replace(stated, damaged);

        assertThat(fault(body)).startsWith("source-not-understood").contains(fault);
    }

    private static String fault(String body) {
        SourceFault fault = catchThrowableOfType(SourceFault.class, () -> rows(PRICES, body));
        return fault.fault().code() + ": " + fault.getMessage();
    }

    @Test
    void anEmptyListAndARefusalAreFaultsOfTheSource() {
        assertThat(fault(answer(PRICES))).startsWith("source-no-rows");
        assertThat(fault("{\"error_code\":400,\"error_message\":\"Bad Request. No such release.\"}"))
                .startsWith("source-refused")
                .contains("No such release");
    }

    /// Another reader finds the months that an answer lists once, of those that began after its start.
    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnDaysOrACodedFault() {
        String body = answer(PRICES, "2026-11-13", "2026-12-10", "2027-01-13", "2027-02-05", "2027-02-12");

        int read = Mutations.assertOwnOrCodedFaults(
                bytes -> ReleaseDates.read(new Payload("release 10", bytes, FETCHED), PRICES)
                        .announcements(Frequency.MONTHLY),
                body.getBytes(StandardCharsets.UTF_8),
                (days, bytes) -> assertThat(
                                days.keySet().stream().map(day -> day.toString().substring(0, 7)))
                        .as(() -> new String(bytes, StandardCharsets.UTF_8))
                        .containsExactlyInAnyOrderElementsOf(monthsOnce(new String(bytes, StandardCharsets.UTF_8))));
        assertThat(read).isPositive();
    }

    /// The months that an answer lists once.
    static Set<String> monthsOnce(String body) {
        String bare = body.replaceAll("\\s", "");
        String start = bare.replaceFirst(".*\"realtime_start\":\"([0-9-]{10})\".*", "$1");
        return LISTED
                .matcher(bare)
                .results()
                .map((MatchResult listed) -> listed.group(1))
                .collect(Collectors.groupingBy(month -> month, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(month -> month.getValue() == 1 && (month.getKey() + "-01").compareTo(start) >= 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
