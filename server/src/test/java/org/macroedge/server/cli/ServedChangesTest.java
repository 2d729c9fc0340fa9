package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Why biases of the sample changed, over HTTP and by command.
class ServedChangesTest {

    private static final String AS_OF = "2021-09-03T20:00:00Z";

    @TempDir
    static Path folder;

    private static SampleHome home;
    private static Server server;

    @BeforeAll
    static void start() {
        home = new SampleHome(folder);
        home.load();
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return Json.mapper().readTree(SampleHome.get(server, "/api/v1/" + path).body());
    }

    private static double sum(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(one -> one.path("part").doubleValue())
                .sum();
    }

    private static double difference(JsonNode answer) {
        return answer.path("after").path("z").doubleValue(0)
                - answer.path("before").path("z").doubleValue(0);
    }

    @Test
    void theStepsOfEveryInstrumentAddUpToItsChange() throws Exception {
        for (JsonNode item : get("bias/summary?asOf=" + AS_OF).path("items")) {
            String instrument = item.path("instrument").stringValue();
            for (String span :
                    List.of("since=day", "since=week", "since=label", "from=2014-01-01", "from=2020-06-01")) {
                JsonNode answer = get("bias/" + instrument + "/change?" + span + "&asOf=" + AS_OF);
                assertThat(sum(answer.path("steps")))
                        .as(instrument + " " + span)
                        .isCloseTo(difference(answer), within(1e-9));
                assertThat(sum(answer.path("totals"))).isCloseTo(difference(answer), within(1e-9));
                assertThat(answer.path("after").path("z")).isEqualTo(item.path("z"));
                assertThat(answer.path("after").path("score")).isEqualTo(item.path("score"));
            }
        }
    }

    @Test
    void aWeekIsItsSevenDays() throws Exception {
        JsonNode week = get("bias/EURUSD/change?since=week&asOf=" + AS_OF);
        double days = 0;
        for (int day = 0; day < 7; day++) {
            Instant to = Instant.parse(AS_OF).minusSeconds(day * 86_400L);
            days += sum(get("bias/EURUSD/change?to=" + to + "&asOf=" + AS_OF).path("steps"));
        }
        assertThat(sum(week.path("steps"))).isCloseTo(days, within(1e-9)).isNotZero();
        assertThat(week.path("from").stringValue()).isEqualTo("2021-08-27T20:00:00Z");
    }

    @Test
    void theLabelWasAnotherUntilTheStart() throws Exception {
        for (JsonNode item : get("bias/summary?asOf=" + AS_OF).path("items")) {
            String instrument = item.path("instrument").stringValue();
            JsonNode answer = get("bias/" + instrument + "/change?since=label&asOf=" + AS_OF);
            Instant from = Instant.parse(answer.path("from").stringValue());
            String now = item.path("label").stringValue(null);
            assertThat(answer.path("since").stringValue()).isEqualTo("label");
            assertThat(label(instrument, from)).as(instrument).isNotEqualTo(now);
            assertThat(label(instrument, from.plusSeconds(1))).as(instrument).isEqualTo(Objects.toString(now));
        }
    }

    private static String label(String instrument, Instant instant) throws IOException, InterruptedException {
        return Objects.toString(
                get("bias/" + instrument + "?asOf=" + instant).path("label").stringValue(null));
    }

    @Test
    void payrollsAreTheLargestStepOfTheirDay() throws Exception {
        JsonNode answer = get("bias/EURUSD/change?asOf=2021-09-03T12:30:00Z");
        JsonNode first = answer.path("steps").path(0);

        assertThat(first.path("kind").stringValue()).isEqualTo("release");
        assertThat(first.path("releaseId").stringValue()).isEqualTo("us-nonfarm-payrolls@2021-09-03");
        assertThat(first.path("replacedReleaseId").stringValue()).isEqualTo("us-nonfarm-payrolls@2021-08-06");
        assertThat(first.path("at").stringValue()).isEqualTo("2021-09-03T12:30:00Z");
        assertThat(first.path("actual").intValue()).isEqualTo(235000);
    }

    @Test
    void whatWasCorrectedSinceIsAStep() throws Exception {
        String path = "bias/EURUSD/change?asOf=2021-09-03T20:00:00Z&from=2021-09-03T19:00:00Z&recordedFrom=";
        JsonNode before = get(path + "2022-02-01T08:15:00Z");
        assertThat(kinds(before)).doesNotContain("correction");
        CommandLineRunner.Ended doubted = home.run("release doubt us-nonfarm-payrolls@2021-09-03 --reason a-test");
        assertThat(doubted.status()).as(doubted.errors()).isZero();

        JsonNode after = get(path + "2022-02-01T08:15:00Z");

        assertThat(home.run("release reopen us-nonfarm-payrolls@2021-09-03 --reason over")
                        .status())
                .isZero();
        assertThat(kinds(after)).contains("correction");
        assertThat(sum(after.path("steps"))).isCloseTo(difference(after), within(1e-9));
        assertThat(after.path("before")).isEqualTo(before.path("before"));
    }

    private static List<String> kinds(JsonNode answer) {
        return StreamSupport.stream(answer.path("totals").spliterator(), false)
                .map(total -> total.path("kind").stringValue())
                .toList();
    }

    @Test
    void theTableNamesTheLargestReleasesAndTheSum() {
        String table = home.run("change EURUSD --as-of " + AS_OF).out();
        assertThat(table)
                .contains("EURUSD, Euro / US dollar:", "US Payrolls", "decay", "change of Z", "add up exactly");
        assertThat(home.run("change EURUSD --from " + AS_OF + " --to " + AS_OF).out())
                .contains("Nothing changed.");
    }

    @Test
    void aSpanThatEndsBeforeItStartsAndTwoStartsAreRefused() throws Exception {
        assertThat(get("bias/EURUSD/change?from=2021-09-04&to=2021-09-03&asOf=" + AS_OF)
                        .path("type")
                        .stringValue())
                .endsWith("invalid-instant");
        assertThat(get("bias/EURUSD/change?from=2021-09-01&since=day&asOf=" + AS_OF)
                        .path("detail")
                        .stringValue())
                .isEqualTo("Both from and since are given. Give one of them");
        assertThat(get("bias/EURUSD/change?recordedFrom=2099-01-01T00:00:00Z")
                        .path("type")
                        .stringValue())
                .endsWith("invalid-instant");
    }
}
