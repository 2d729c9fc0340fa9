package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.cli.CommandLineRunner.Ended;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.sources.fetch.FaultServer;

/// Sources by command, with a server that may ask one at an address of the test, and without a server, where the
/// environment of the tests switches all of them off.
class SourcesCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);
    private static final String FEED = """
        [{"title":"Unemployment Claims","country":"USD","date":"2026-11-27T08:30:00-05:00","impact":"High",
          "forecast":"225K","previous":"220K"},
         {"title":"10-y Bond Auction","country":"USD","date":"2026-11-27T13:00:00-05:00","impact":"Low",
          "forecast":"4.1|2.5","previous":""}]\
        """;

    @TempDir
    private Path folder;

    private Ended run(String command) {
        return CommandLineRunner.run(
                CLOCK,
                Stream.concat(
                                Arrays.stream(command.split(" ")),
                                command.equals("sources")
                                        ? Stream.<String>of()
                                        : Stream.of("--home", folder.toString()))
                        .toArray(String[]::new));
    }

    private Server serve(URI feed) {
        return Server.start(
                Settings.of(
                                Map.of(
                                        "MACRO_EDGE_SOURCES",
                                        "forexfactory-feed",
                                        "MACRO_EDGE_SOURCE_ADDRESSES",
                                        "forexfactory-feed=" + feed),
                                note -> {})
                        .withHome(PreparedHome.in(folder))
                        .withCatalogue(Path.of("../catalogue"))
                        .withoutSample()
                        .withPort(0),
                CLOCK,
                note -> {});
    }

    @Test
    void aServerAsksItsSourcesForCommands() throws IOException {
        try (FaultServer feed = FaultServer.of(FaultServer.answer("200 OK", "", FEED));
                Server server = serve(feed.address("/feed.json"))) {
            Ended check = run("sources check --source forexfactory-feed");
            assertThat(check.out()).isEqualTo("forexfactory-feed this week: understood (1 new, 1 of other figures)\n");
            assertThat(check.status()).isZero();

            assertThat(run("ingest --source forexfactory-feed").out())
                    .isEqualTo("forexfactory-feed this week: stored (1 new, 1 of other figures); import 2\n");
            assertThat(run("ingest --source forexfactory-feed").out())
                    .startsWith("forexfactory-feed this week: fresh\n  was asked at ");
            assertThat(run("ingest --source forexfactory-feed --format json").out())
                    .contains("\"state\":\"fresh\",\"code\":\"source-fresh\"");
            assertThat(run("sources list").out())
                    .contains("forexfactory-feed: ForexFactory weekly calendar feed (on)\n")
                    .contains("  last understood 2026-11-26T12:00:00Z, 0 minutes ago\n", "  key none is needed\n")
                    .contains("  not tried live: ");
            assertThat(run("doctor").out()).contains("forexfactory-feed answered last at 2026-11-26T12:00:00Z");
            assertThat(server.address()).isNotNull();
        }
    }

    @Test
    void aSourceThatFailsIsNamedAndEndsTheCommandWithOne() throws IOException {
        try (FaultServer feed = FaultServer.of(FaultServer.answer("403 Forbidden", "", "\u001b[2Jblocked"));
                Server server = serve(feed.address("/feed.json"))) {
            Ended ended = run("ingest --source forexfactory-feed");

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.out())
                    .isEqualTo("forexfactory-feed this week: failed\n"
                            + "  127.0.0.1 forbids this request (403). Wait some hours before you try again; check the"
                            + " key if there is one\n");
            assertThat(run("sources list").out())
                    .contains("forexfactory-feed: ForexFactory weekly calendar feed (resting)\n");
            assertThat(run("doctor").out()).contains("warn  source");
            assertThat(server.address()).isNotNull();
        }
    }

    @Test
    void withoutAServerTheStoreIsUsed() {
        Ended ingest = run("ingest --source forexfactory-feed --catalogue ../catalogue");

        assertThat(ingest.status()).isZero();
        assertThat(ingest.out())
                .isEqualTo(
                        "forexfactory-feed: off\n  off: MACRO_EDGE_SOURCES does not name it. Add forexfactory-feed to"
                                + " the list\n");
        assertThat(run("sources list --format json --catalogue ../catalogue").out())
                .contains("\"source\":\"forexfactory-feed\"", "\"state\":\"off\"");
        assertThat(run("sources").out()).startsWith("Usage: macro-edge sources");
        assertThat(run("ingest --source acme --catalogue ../catalogue").errors())
                .isEqualTo("macro-edge: Source \"acme\" does not exist. Existing sources: abs, bea, bis, bls, boc,"
                        + " boe, bundesbank, census, census-files, dbnomics, ecb, ecb-history, ecb-rates,"
                        + " eurostat, finnhub, fmp, forexfactory-feed, fred, fred-dates, imf, nyfed, oecd, ons,"
                        + " statcan, stooq, tradingeconomics, treasury, yahoo\n");
    }

    @Test
    void everySourceOfASeriesHasAConnector() {
        Catalogue catalogue = CatalogueLoader.load(Path.of("../catalogue"));
        String sources =
                run("sources list --format json --catalogue ../catalogue").out();

        assertThat(catalogue.series()).isNotEmpty();
        assertThat(catalogue.series())
                .allSatisfy(series -> assertThat(sources).contains("\"source\":\"" + series.source() + "\""));
    }
}
