package org.macroedge.server.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.releases.profile.Profiles;

/// An export of releases is a file of the product's own layout: a store that is filled from it has the same facts.
class ExportImportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER =
            "indicator,released_at,period,actual,forecast,previous,forecast_low,forecast_high,forecast_count\n";

    /// All of a spread, each part of it alone, zeros, none, a bare date and a declared period.
    private static final String ROWS = HEADER
            + "us-cpi-mom,2021-06-10,,0.6,0.4,0.8,,,\n"
            + "us-cpi-mom,2021-07-13T12:30:00Z,,0.9,0.5,0.6,0.3,0.7,62\n"
            + "us-cpi-mom,2021-08-11T12:30:00Z,2021-07-01,0.5,0,0.9,-0.1,0,2\n"
            + "us-cpi-mom,2021-09-14T12:30:00Z,,0.3,0.4,0.5,,0.5,\n"
            + "us-cpi-mom,2021-10-13T12:30:00Z,,0.4,0.3,0.3,0.2,,\n"
            + "us-cpi-mom,2021-11-10T13:30:00Z,,0.9,0.6,0.4,,,55\n"
            + "us-cpi-mom,2021-12-10T13:30:00Z,,0.8,,0.9,,,\n";

    /// What a store answers about the releases of one file.
    private record Filled(List<ObservedRelease> releases, String export) {}

    @Test
    void aStoreThatIsFilledFromAnExportHasTheSameFacts() {
        Filled first = filled(ROWS);

        assertThat(first.export()).isEqualTo(ROWS);
        assertThat(spread(first, 1)).isEqualTo("0.3 to 0.7 of 62");
        assertThat(spread(first, 2)).isEqualTo("-0.1 to 0 of 2");
        assertThat(spread(first, 3)).isEqualTo("null to 0.5 of null");
        assertThat(filled(first.export())).isEqualTo(first);
    }

    @Test
    void aFileOfTheLayoutWithoutSpreadsIsReadAsBefore() {
        Filled filled = filled("indicator,released_at,period,actual,forecast,previous\n"
                + "us-cpi-mom,2021-07-13T12:30:00Z,,0.9,0.5,0.6\n");

        assertThat(filled.export()).isEqualTo(HEADER + "us-cpi-mom,2021-07-13T12:30:00Z,,0.9,0.5,0.6,,,\n");
    }

    private static String spread(Filled filled, int index) {
        ObservedForecast forecast = filled.releases().get(index).forecasts().getFirst();
        ForecastSpread spread = forecast.spread();
        return spread.low() + " to " + spread.high() + " of " + spread.count();
    }

    private static Filled filled(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Database database = TestDatabase.fresh()) {
            TestStore store = TestStore.of(database, SourceImport.CATALOGUE, CLOCK);
            CalendarFile file = new CalendarFile("releases.csv", () -> new ByteArrayInputStream(bytes));
            ImportOutcome outcome = store.imports()
                    .run(
                            new ImportRequest("macro-edge", profile(), List.of(file), false, false),
                            ImportProgress.SILENT);
            assertThat(outcome.counts().quarantined()).isZero();
            return new Filled(
                    store.facts().asKnown(null).releases(),
                    ExportText.of(store.get(Exports.class).importable(new Query(null, null), ExportedReleases.ALL)));
        }
    }

    private static CalendarProfile profile() {
        return new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> SourceImport.CATALOGUE)
                .named("macro-edge");
    }
}
