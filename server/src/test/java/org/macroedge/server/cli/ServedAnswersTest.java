package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.HomeLock;
import org.macroedge.server.platform.home.ServerFile;

/// The sample in a real store, asked by command line and over HTTP.
class ServedAnswersTest {

    private static final String AS_OF = "2021-09-03T12:30:00Z";

    /// The addresses that the page knows.
    private static final Pattern ROUTE = Pattern.compile(" path: '(/[^']*)'");

    /// Before the sample was loaded, so that nothing was stored; and after.
    private static final String TOO_EARLY = "2022-01-31T00:00:00Z";

    private static final String LATER = "2022-02-01T08:30:00Z";

    /// Every read: its command, and its path.
    private static final Map<String, String> READS = reads();

    /// One home for all: whatever comes in is taken back again.
    @TempDir
    static Path folder;

    private final SampleHome home = new SampleHome(folder);

    private static Map<String, String> reads() {
        Map<String, String> reads = new LinkedHashMap<>();
        reads.put("bias", "bias/summary");
        reads.put("bias --as-of " + AS_OF, "bias/summary?asOf=" + AS_OF);
        reads.put("bias --as-of " + AS_OF + " --weight-set equal", "bias/summary?weightSet=equal&asOf=" + AS_OF);
        reads.put("bias --recorded-at " + TOO_EARLY, "bias/summary?recordedAt=" + TOO_EARLY);
        reads.put("bias EURUSD --as-of " + AS_OF, "bias/EURUSD?asOf=" + AS_OF);
        reads.put("bias EUR/USD", "bias/EURUSD");
        reads.put("bias xauusd --recorded-at " + LATER, "bias/XAUUSD?recordedAt=" + LATER);
        reads.put("explain EURUSD --as-of " + AS_OF, "bias/EURUSD/explanation?asOf=" + AS_OF);
        reads.put(
                "explain UST10 --weight-set equal --recorded-at " + LATER,
                "bias/UST10/explanation?weightSet=equal&recordedAt=" + LATER);
        reads.put("change EURUSD --as-of " + AS_OF, "bias/EURUSD/change?asOf=" + AS_OF);
        reads.put(
                "change EURUSD --since label --weight-set equal --recorded-from " + TOO_EARLY,
                "bias/EURUSD/change?since=label&weightSet=equal&recordedFrom=" + TOO_EARLY);
        reads.put(
                "change SPX --from 2021-08-30 --to " + AS_OF, "bias/SPX/change?from=2021-08-30T00:00:00Z&to=" + AS_OF);
        reads.put("history EURUSD", "bias/EURUSD/history");
        reads.put(
                "history SPX --at release --from 2021-08-30T00:00:00Z --to " + AS_OF,
                "bias/SPX/history?at=release&from=2021-08-30T00:00:00Z&to=" + AS_OF);
        reads.put(
                "history WTI --weight-set equal --recorded-at " + LATER + " --as-of " + AS_OF,
                "bias/WTI/history?weightSet=equal&recordedAt=" + LATER + "&asOf=" + AS_OF);
        reads.put("heatmap --as-of " + AS_OF, "heatmap?asOf=" + AS_OF);
        reads.put("heatmap --weight-set equal --recorded-at " + LATER, "heatmap?weightSet=equal&recordedAt=" + LATER);
        reads.put("calendar --as-of " + AS_OF + " --region US", "calendar?region=US&asOf=" + AS_OF);
        reads.put(
                "calendar --importance 3 --from 2021-12-01T00:00:00Z --to 2021-12-31T00:00:00Z --recorded-at " + LATER,
                "calendar?importance=3&from=2021-12-01T00:00:00Z&to=2021-12-31T00:00:00Z&recordedAt=" + LATER);
        reads.put("indicators --as-of " + AS_OF, "indicators?asOf=" + AS_OF);
        reads.put("indicators --recorded-at " + TOO_EARLY, "indicators?recordedAt=" + TOO_EARLY);
        reads.put(
                "indicators us-nonfarm-payrolls --as-of " + AS_OF,
                "indicators/us-nonfarm-payrolls/releases?asOf=" + AS_OF);
        reads.put(
                "revisions us-nonfarm-payrolls --from 2014-01-01T00:00:00Z --as-of " + AS_OF,
                "indicators/us-nonfarm-payrolls/revisions?from=2014-01-01T00:00:00Z&asOf=" + AS_OF);
        reads.put(
                "indicators ch-libor-target --recorded-at " + LATER,
                "indicators/ch-libor-target/releases?recordedAt=" + LATER);
        reads.put("release suspects --as-of " + AS_OF, "suspects?asOf=" + AS_OF);
        reads.put("instruments", "instruments");
        reads.put("weight-sets", "weight-sets");
        reads.put("instruments", "instruments?asOf=" + AS_OF);
        return reads;
    }

    @BeforeAll
    static void load() {
        new SampleHome(folder).load();
    }

    @Test
    void commandLineAndServerAnswerByteForByteTheSame() throws Exception {
        Map<String, String> alone = new LinkedHashMap<>();
        for (String command : READS.keySet()) {
            alone.put(command, run(command + " --format json"));
        }
        String csv = run("history EURUSD --format csv");
        String table = run("explain EURUSD");
        try (Server server = home.serve()) {
            for (Map.Entry<String, String> read : READS.entrySet()) {
                String served =
                        SampleHome.get(server, "/api/v1/" + read.getValue()).body();
                assertThat(served).as(read.getValue()).isEqualTo(alone.get(read.getKey()));
                assertThat(run(read.getKey() + " --format json"))
                        .as("%s, with the server running", read.getKey())
                        .isEqualTo(served);
            }
            assertThat(run("history EURUSD --format csv")).isEqualTo(csv);
            assertThat(run("explain EURUSD")).isEqualTo(table);
            faultsReadTheSameWithAServer();
            thePageIsServed(server);
            strangersAreRefused(server);
            aSecondServerIsRefused();
            aCommandThatWaitsForAStartingServerIsAnsweredByIt(server);
            anImportOverHttpIsKnownAtOnceAndCanBeTakenBack(server);
        }
    }

    /// The Swiss National Bank had no forecast in January 2015; the KOF barometer was rebased in April 2014.
    /// The first KOF figure beyond four σ is a true surprise, 99.8 against 90.3 in July 2015.
    @Test
    void theSampleShowsTheSwissDecisionAndNoRebasing() {
        assertThat(run("indicators ch-libor-target --as-of 2015-01-15T10:00:00Z --format csv")
                        .lines()
                        .filter(row -> row.startsWith("ch-libor-target@2015-01-15")))
                .singleElement()
                .asString()
                .contains(",-5.0,-4.0,")
                .contains("no-forecast")
                .contains("provisional");
        assertThat(run("indicators ch-kof-economic-barometer-2014 --as-of 2015-07-01T00:00:00Z --format csv"))
                .contains("ch-kof-economic-barometer-2014@2015-")
                .doesNotContain("clipped");
    }

    @Test
    void anIndicatorWithoutReleasesForTwoPeriodsIsOverdue() {
        assertThat(run("indicators --overdue --as-of 2021-09-03T12:30:00Z")).doesNotContain("us-nonfarm-payrolls");
        assertThat(run("indicators us-nonfarm-payrolls --as-of 2021-09-03T12:30:00Z"))
                .containsPattern("The consensus has missed by [+-]\\d\\.\\d\\d\u03c3 on average over \\d+ releases");
    }

    @Test
    void aRevisionCountsFromTheReleaseThatStatesIt() {
        String revised = "us-nonfarm-payrolls@2021-09-03,2021-09-03T12:30:00Z,943000,1053000,110000,";
        String span = "revisions us-nonfarm-payrolls --from 2021-08-01 --format csv --as-of ";

        assertThat(run(span + "2021-09-03T12:29:59Z"))
                .contains("us-nonfarm-payrolls@2021-08-06")
                .doesNotContain(revised);
        assertThat(run(span + "2021-09-03T12:30:00Z")).contains(revised);
    }

    @Test
    void aReleaseCountsFromItsInstantOn() {
        String before = run("bias --as-of 2021-09-03T12:29:59Z --format csv");
        String at = run("bias --as-of 2021-09-03T12:30:00Z --format csv");

        assertThat(run("explain SPX --as-of 2021-09-03T12:29:59Z --format csv"))
                .contains("us-nonfarm-payrolls@2021-08-06")
                .doesNotContain("us-nonfarm-payrolls@2021-09-03");
        assertThat(run("explain SPX --as-of 2021-09-03T12:30:00Z --format csv"))
                .contains("us-nonfarm-payrolls@2021-09-03");
        assertThat(before).isNotEqualTo(at);
    }

    @Test
    void theTablesSayWhatAReaderMustKnow() {
        String table = run("bias");
        assertThat(table)
                .startsWith("Sample data, 2014 to 2021. This is not today's market.")
                .contains("Stale: nothing has arrived since Fri 31 Dec 2021 01:00:00 UTC.");
        assertThat(table.lines().filter(line -> line.contains("|"))).hasSize(29);

        assertThat(run("bias EURUSD --as-of " + AS_OF).lines().filter(line -> line.contains("|")))
                .singleElement()
                .asString()
                .startsWith("EURUSD ");
        assertThat(run("history EURUSD --from 2021-08-30T00:00:00Z --as-of " + AS_OF)
                        .lines()
                        .filter(line -> line.contains("|"))
                        .map(line -> line.substring(0, 15).strip()))
                .containsExactly("Mon 30 Aug 2021", "Tue 31 Aug 2021", "Wed 1 Sep 2021", "Thu 2 Sep 2021");
        assertThat(run("heatmap --as-of " + AS_OF).lines().filter(line -> line.startsWith("US ")))
                .singleElement()
                .asString()
                .matches("US +([+\u2212]?\\d\\.\\d\\d *){12}");
        assertThat(run("indicators us-nonfarm-payrolls --as-of " + AS_OF)
                        .lines()
                        .filter(line -> line.startsWith("Fri  3 Sep")))
                .singleElement()
                .asString()
                .matches("Fri +3 Sep 12:30 +235K +720K +1,053K +\u2212485K .* \u22122\\.75");
    }

    @Test
    void csvKeepsToItsColumnsAndTheWarningGoesToStandardError() {
        CommandLineRunner.Ended ended = home.run("bias --format csv");

        assertThat(ended.out()).startsWith("as_of,run_id,instrument,");
        assertThat(ended.errors().lines())
                .containsExactly(
                        "# Sample data, 2014 to 2021. This is not today's market. `import calendar` brings your own.",
                        "# Stale: nothing has arrived since Fri 31 Dec 2021 01:00:00 UTC. Answers are as of then, not"
                                + " as of today.");
    }

    /// The next one of the Bank of Japan was on 22 September; its usual distance would have given the third.
    @Test
    void aPolicyMeetingThatNobodyAnnouncedIsNotGuessed() {
        assertThat(run("calendar --as-of 2021-09-03T13:00Z --to 2021-12-01 --region jp --format csv"))
                .contains("jp-leading-indicators")
                .doesNotContain("jp-boj-policy-rate");
    }

    @Test
    void aDateMeansItsEndAndADayIsThatOfTheAnswer() {
        assertThat(run("bias SPX --as-of 2021-09-03 --format json"))
                .isEqualTo(run("bias SPX --as-of 2021-09-03T23:59:59Z --format json"));
        assertThat(run("bias SPX --as-of 2021-09-03")).startsWith("2021-09-03 means the end of that day in UTC.");
        assertThat(run("calendar today --as-of 2021-09-03T13:00Z --region us"))
                .contains("Fri 3 Sep", "US Payrolls", "235K", "720K")
                .doesNotContain("Thu 2 Sep");
        assertThat(run("calendar today --region UK")).contains("As of Fri 31 Dec 2021 01:00:00");
        assertThat(run("calendar 2021-09-03 --format csv")).contains("us-nonfarm-payrolls@2021-09-03");
    }

    @Test
    void biasesAreSelectedAndSorted() {
        assertThat(run("bias --class bond --as-of 2021-09-03 --format csv")
                        .lines()
                        .map(line -> line.split(",")[2]))
                .containsExactly("instrument", "UST10", "BUND10");
        assertThat(run("bias --class equity --sort score --as-of 2021-09-03 --format csv")
                        .lines()
                        .skip(1)
                        .map(line -> Double.valueOf(line.split(",")[3])))
                .hasSize(9)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(run("bias --class crypto --region JP --as-of 2021-09-03"))
                .contains("No instrument matches --class and --region.");
    }

    @Test
    void wrongWordsAreAnsweredWithTheNearestOnesInOneLine() {
        assertFails("explain EURSUD", 1, "macro-edge: Instrument \"EURSUD\" does not exist. Did you mean EURUSD?");
        assertFails(
                "indicators us-cpi-yy",
                1,
                "macro-edge: Indicator \"us-cpi-yy\" does not exist. Did you mean us-cpi-yoy?");
        assertFails(
                "bias --weight-set x",
                1,
                "macro-edge: Weight set \"x\" does not exist. Existing weight sets: default, equal, regime-aware");
        assertFails(
                "bias --as-of yesterday",
                2,
                "macro-edge: --as-of \"yesterday\" is not a valid time. Write it like 2021-09-03T12:30Z, or give"
                        + " a date: 2021-09-03");
        assertFails(
                "calendar --importance 4",
                2,
                "macro-edge: Invalid value for --importance: \"4\". Allowed values: 1 to 3");
        assertWrongUsage("bais", "macro-edge: unknown command bais. Did you mean bias?", "macro-edge --help");
        assertWrongUsage(
                "bias --wieght-set equal",
                "macro-edge: unknown option --wieght-set. Did you mean --weight-set?",
                "macro-edge bias --help");
        assertWrongUsage(
                "history",
                "macro-edge: INSTRUMENT is missing. The help says: For example EURUSD",
                "macro-edge history --help");
    }

    private void faultsReadTheSameWithAServer() {
        assertFails("explain EURSUD", 1, "macro-edge: Instrument \"EURSUD\" does not exist. Did you mean EURUSD?");
        assertFails(
                "bias --as-of yesterday",
                2,
                "macro-edge: --as-of \"yesterday\" is not a valid time. Write it like 2021-09-03T12:30Z, or give"
                        + " a date: 2021-09-03");
        assertFails(
                "explain ?&/",
                1,
                "macro-edge: Instrument \"-\" does not exist, and none has a similar id. `instruments` lists them all");
        assertFails(
                "bias --as-of 2030-01-01T00:00:00Z",
                2,
                "macro-edge: The as-of time 2030-01-01T00:00:00Z is in the future. Use a time up to now");
    }

    private void assertFails(String command, int status, String message) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as(command).isEqualTo(status);
        assertThat(ended.errors().lines().reduce((first, last) -> last)).hasValue(message);
        assertThat(ended.out()).isEmpty();
    }

    private void assertWrongUsage(String command, String message, String help) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as(command).isEqualTo(2);
        assertThat(ended.errors().lines()).containsExactly(message, "Try `" + help + "`.");
    }

    private void thePageIsServed(Server server) throws Exception {
        List<String> routes = ROUTE.matcher(Files.readString(Path.of("../ui/src/app/router.tsx")))
                .results()
                .map(route -> route.group(1).replaceAll("\\$\\w+", "EURUSD"))
                .toList();
        assertThat(routes).contains("/", "/instruments/EURUSD");
        for (String route : routes) {
            HttpResponse<String> page = SampleHome.get(server, route);
            assertThat(page.statusCode()).as(route).isEqualTo(200);
            assertThat(page.body()).as(route).contains("<div id=\"root\">");
        }
        HttpResponse<String> page = SampleHome.get(server, "/");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(SampleHome.get(server, "/api/v1/heatmap?asOf=" + AS_OF).body())
                .contains("\"region\":\"US\",\"category\":\"labour\",\"z\":-");
    }

    private void strangersAreRefused(Server server) throws Exception {
        HttpResponse<String> answer = SampleHome.get(server, "/api/v1/instruments", "Origin", "http://evil.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:macro-edge:problem:forbidden-origin");
    }

    private void anImportOverHttpIsKnownAtOnceAndCanBeTakenBack(Server server) throws Exception {
        String path = "/api/v1/bias/summary?asOf=2022-01-31T00:00:00Z";
        String before = SampleHome.get(server, path).body();

        assertThat(SampleHome.postPayrollsOfJanuary2022(server, true).body())
                .contains("\"batch\":null")
                .contains("\"imported\":1");
        String imported = SampleHome.postPayrollsOfJanuary2022(server, false).body();
        assertThat(imported).contains("\"imported\":1");

        assertThat(SampleHome.get(server, "/api/v1/indicators/us-nonfarm-payrolls/releases?asOf=2022-01-31T00:00:00Z")
                        .body())
                .contains("us-nonfarm-payrolls@2022-01-07");
        assertThat(SampleHome.undo(server, imported).statusCode()).isEqualTo(200);
        assertThat(SampleHome.get(server, path).body()).isEqualTo(before);
    }

    private void aCommandThatWaitsForAStartingServerIsAnsweredByIt(Server server) throws Exception {
        HomeDirectory starting = new HomeDirectory(folder.resolve("starting"));
        CompletableFuture<String> note = new CompletableFuture<>();
        StringWriter out = new StringWriter();
        try (HomeLock held = HomeLock.forServer(starting, line -> {})) {
            CompletableFuture<Integer> command =
                    CompletableFuture.supplyAsync(() -> MacroEdgeCommand.commandLine(SampleHome.CLOCK)
                            .setOut(new PrintWriter(out))
                            .setErr(telling(note))
                            .execute(
                                    "bias",
                                    "--format",
                                    "json",
                                    "--home",
                                    starting.path().toString()));
            assertThat(note.get(10, TimeUnit.SECONDS))
                    .isEqualTo("Waiting up to 10 seconds for a server that starts or stops, process "
                            + ProcessHandle.current().pid());
            ServerFile.write(starting, server.address(), "");
            assertThat(command.get(10, TimeUnit.SECONDS)).isZero();
        }
        assertThat(out.toString())
                .isEqualTo(SampleHome.get(server, "/api/v1/bias/summary").body());
    }

    /// Hands over the first line.
    private static PrintWriter telling(CompletableFuture<String> note) {
        return new PrintWriter(new StringWriter()) {
            @Override
            public void println(String line) {
                note.complete(line);
            }
        };
    }

    private void aSecondServerIsRefused() {
        assertThatThrownBy(home::serve)
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageContaining("the home directory is in use by a server, process "
                        + ProcessHandle.current().pid())
                .hasMessageContaining("Its address is http://127.0.0.1:");
    }

    private String run(String command) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as("%s: %s", command, ended.errors()).isZero();
        return ended.out();
    }
}
