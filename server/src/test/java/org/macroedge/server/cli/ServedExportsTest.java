package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// Exports of the sample by command line, alone and through a server, and over HTTP.
class ServedExportsTest {

    private static final String AS_OF = "2021-09-03T12:30:00Z";

    /// After the sample was loaded.
    private static final String LATER = "2022-02-01T08:30:00Z";

    /// Every export: its command, and its path.
    private static final Map<String, String> EXPORTS = exports();

    private final SampleHome home;

    ServedExportsTest(@TempDir Path folder) {
        this.home = new SampleHome(folder);
    }

    private static Map<String, String> exports() {
        Map<String, String> exports = new LinkedHashMap<>();
        exports.put("export releases", "releases");
        exports.put(
                "export releases --layout import --from 2021-09-01T00:00:00Z --as-of " + AS_OF,
                "releases?layout=import&from=2021-09-01T00:00:00Z&asOf=" + AS_OF);
        exports.put("export surprises", "surprises");
        exports.put(
                "export surprises --recorded-at " + LATER + " --as-of " + AS_OF,
                "surprises?recordedAt=" + LATER + "&asOf=" + AS_OF);
        exports.put("export bias", "bias");
        exports.put(
                "export bias --at release --from 2021-08-30T00:00:00Z --to " + AS_OF + " --weight-set equal",
                "bias?at=release&from=2021-08-30T00:00:00Z&to=" + AS_OF + "&weightSet=equal");
        exports.put(
                "export bias --as-of " + AS_OF + " --recorded-at " + LATER,
                "bias?asOf=" + AS_OF + "&recordedAt=" + LATER);
        return exports;
    }

    @Test
    void commandLineAndServerExportByteForByteTheSame() throws Exception {
        home.load();
        Map<String, String> alone = new LinkedHashMap<>();
        EXPORTS.keySet().forEach(command -> alone.put(command, run(command)));
        assertRows(alone);
        aBiasIsTheHistoryOfEachInstrument(alone.get("export bias --as-of " + AS_OF + " --recorded-at " + LATER));
        faultsReadTheSame();
        try (Server server = home.serve()) {
            for (Map.Entry<String, String> export : EXPORTS.entrySet()) {
                HttpResponse<String> served = SampleHome.get(server, "/api/v1/exports/" + export.getValue());
                assertThat(served.headers().firstValue("Content-Type"))
                        .as(export.getValue())
                        .hasValue("text/csv;charset=UTF-8");
                assertThat(served.body()).as(export.getValue()).isEqualTo(alone.get(export.getKey()));
                assertThat(run(export.getKey()))
                        .as("%s, with the server running", export.getKey())
                        .isEqualTo(served.body());
            }
            faultsReadTheSame();
        }
    }

    private static void assertRows(Map<String, String> exports) {
        assertThat(exports.get("export releases --layout import --from 2021-09-01T00:00:00Z --as-of " + AS_OF)
                        .lines())
                .startsWith(
                        "indicator,released_at,period,actual,forecast,previous,forecast_low,forecast_high,forecast_count")
                .contains("us-nonfarm-payrolls,2021-09-03T12:30:00Z,,235000,720000,1053000,,,")
                .allMatch(line -> line.startsWith("indicator,") || line.contains(",2021-09-0"));
        assertThat(exports.get("export surprises").lines())
                .startsWith("indicator,released_at,actual,forecast,forecast_kind,previous,surprise,sigma,z_raw,z"
                        + ",sigma_observations,reason,release_id,name,region,category,unit,importance,period"
                        + ",period_declared,date_only,source,marks")
                .anyMatch(line -> line.startsWith(
                        "us-nonfarm-payrolls,2021-09-03T12:30:00Z,235000,720000,survey,1053000,-485000,"));
        assertThat(exports.get("export surprises --recorded-at " + LATER + " --as-of " + AS_OF)
                        .lines())
                .noneMatch(line -> line.contains(",2021-10-"));
        assertThat(exports.get("export bias").lines())
                .startsWith("instrument,as_of,run_id,z,score,label,health,coverage,freshness,quality,agreement"
                        + ",breadth,new_share,reason,weights_prior")
                .hasSize(1 + 29 * 262); // the closes of 366 days
    }

    private void aBiasIsTheHistoryOfEachInstrument(String exported) {
        for (String instrument : List.of("SPX", "EURUSD", "BTCUSD")) {
            String history =
                    run("history " + instrument + " --format csv --as-of " + AS_OF + " --recorded-at " + LATER);
            assertThat(exported.lines().filter(line -> line.startsWith(instrument + ",")))
                    .as(instrument)
                    .containsExactlyElementsOf(history.lines().skip(1).toList());
        }
    }

    private void faultsReadTheSame() {
        assertFails(
                "export bias --weight-set x",
                1,
                "macro-edge: Weight set \"x\" does not exist. Existing weight sets: default, equal, regime-aware");
        CommandLineRunner.Ended noon = home.run("export bias --at noon");
        assertThat(noon.status()).isEqualTo(2);
        assertThat(noon.errors())
                .startsWith("macro-edge: --at \"noon\" is not allowed. Allowed values: close, release");
        assertFails(
                "export releases --from yesterday",
                2,
                "macro-edge: --from \"yesterday\" is not a valid time. Write it like 2021-09-03T12:30Z, or give"
                        + " a date: 2021-09-03");
        assertFails(
                "export surprises --as-of 2030-01-01T00:00:00Z",
                2,
                "macro-edge: The as-of time 2030-01-01T00:00:00Z is in the future. Use a time up to now");
    }

    private void assertFails(String command, int status, String message) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as(command).isEqualTo(status);
        assertThat(ended.errors().lines().reduce((first, last) -> last)).hasValue(message);
        assertThat(ended.out()).as(command).isEmpty();
    }

    private String run(String command) {
        CommandLineRunner.Ended ended = home.run(command);
        assertThat(ended.status()).as("%s: %s", command, ended.errors()).isZero();
        return ended.out();
    }
}
