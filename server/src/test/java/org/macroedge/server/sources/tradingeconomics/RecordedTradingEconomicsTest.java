package org.macroedge.server.sources.tradingeconomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.Payload;

/// A real answer: everything about the federal funds rate from 2013 to 2019, of which 47 rows are decisions.
@Tag("recorded")
class RecordedTradingEconomicsTest {

    private static final Path ANSWER = Path.of(
            System.getProperty("macro-edge.recorded"),
            "calendar",
            "tradingeconomics-fdtr-2013-2019",
            "fdtr_calendar.json");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Profiles PROFILES =
            new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);

    @Test
    void theDecisionsOfTheFedHaveTheirRates() throws IOException {
        List<ReportedRelease> rows = new ArrayList<>();
        long[] others = new long[1];
        new TradingEconomicsConnector(() -> PROFILES.shippedOrOwn("tradingeconomics"))
                .read(new Payload("three weeks", Files.readAllBytes(ANSWER), Instant.parse("2019-06-12T12:00:00Z")))
                .deliver(result -> {
                    if (result instanceof RowResult.Mapped mapped) {
                        rows.add(mapped.release());
                    } else {
                        assertThat(result).isInstanceOfAny(RowResult.Unmapped.class, RowResult.Ignored.class);
                        others[0]++;
                    }
                });

        assertThat(rows)
                .hasSize(47)
                .allMatch(row -> row.indicator().id().value().equals("us-fed-funds-rate"));
        assertThat(others[0]).isEqualTo(1180 - 47);
        Map<String, BigDecimal> moves = new LinkedHashMap<>();
        for (ReportedRelease row : rows) {
            if (row.actual() != null && row.actual().compareTo(row.previous()) != 0) {
                moves.put(row.instant().toString(), row.actual());
                assertThat(row.forecasts().getFirst().value()).isEqualByComparingTo(row.actual());
            }
        }
        assertThat(moves)
                .containsExactly(
                        Map.entry("2015-12-16T19:00:00Z", new BigDecimal("0.5")),
                        Map.entry("2016-12-14T19:00:00Z", new BigDecimal("0.75")),
                        Map.entry("2017-03-15T18:00:00Z", new BigDecimal("1")),
                        Map.entry("2017-06-14T18:00:00Z", new BigDecimal("1.25")),
                        Map.entry("2017-12-13T19:00:00Z", new BigDecimal("1.5")),
                        Map.entry("2018-03-21T18:00:00Z", new BigDecimal("1.75")),
                        Map.entry("2018-06-13T18:00:00Z", new BigDecimal("2")),
                        Map.entry("2018-09-26T18:00:00Z", new BigDecimal("2.25")),
                        Map.entry("2018-12-19T19:00:00Z", new BigDecimal("2.5")));
        assertThat(rows.getLast().actual()).isNull();
        assertThat(rows.getLast().instant()).isEqualTo("2019-06-19T18:00:00Z");
    }
}
