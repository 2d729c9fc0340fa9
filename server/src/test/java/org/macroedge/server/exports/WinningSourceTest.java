package org.macroedge.server.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.calendar.CalendarAnswers;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.surprises.IndicatorAnswers;
import org.macroedge.server.surprises.LatestSurprises;

/// Several sources of one release, imported in any order: every answer and export has the same winner.
class WinningSourceTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "released_at,area,title,actual,forecast,previous\n";

    /// Of the sources, the catalogue ranks `forexfactory-archive` and does not list `lowly`.
    private static final String PROFILE = """
        source: %s
        file: {columns: {instant: released_at, area: area, title: title, actual: actual, forecast: forecast, previous: previous}}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        values: {bounds: strip}
        titles:
          - {area: AU, title: CPI, indicator: au-cpi-qoq}
        """;

    private record Import(String source, String rows) {}

    private static final Import BETTER =
            new Import("forexfactory-archive", HEADER + "2021-10-27 00:30,AU,CPI,0.8,0.8,0.8\n");
    private static final Import EARLY = new Import("lowly", HEADER + "2021-10-26 23:30,AU,CPI,1.8,0.1,0.8\n");
    private static final Import LATE = new Import("lowly", HEADER + "2021-10-27 01:30,AU,CPI,1.8,0.1,0.8\n");
    private static final Import ANNOUNCED =
            new Import("forexfactory-archive", HEADER + "2021-10-27 00:30,AU,CPI,,0.8,0.8\n");

    @Test
    void aWorseSourceNeverOutranksABetterOneThoughItsClockIsEarly() {
        List<String> answers = answers(BETTER, EARLY);

        assertThat(answers.getFirst())
                .contains("au-cpi-qoq,2021-10-27T00:30:00Z,,0.8,0.8,0.8\n")
                .doesNotContain("1.8");
        assertThat(answers(EARLY, BETTER)).isEqualTo(answers);
        assertThat(answers(BETTER, LATE)).isEqualTo(answers);
        assertThat(answers(LATE, BETTER)).isEqualTo(answers);
    }

    @Test
    void aWorseSourceCountsWhereItIsTheOnlyOne() {
        assertThat(answers(EARLY).getFirst()).contains("au-cpi-qoq,2021-10-26T23:30:00Z,,1.8,0.1,0.8\n");
    }

    @Test
    void beforeABetterSourcesScheduleAPrintIsNotKnown() {
        List<String> answers = answers(ANNOUNCED, EARLY);

        assertThat(answers.getFirst()).contains("au-cpi-qoq,2021-10-27T00:30:00Z,,1.8,0.8,0.8\n");
        assertThat(answers.getLast()).contains("\"state\":\"released\"").contains("\"schedule-time\"");
    }

    @Test
    void anExportHasTheForecastThatTheLadderChooses() {
        assertThat(answers(BETTER, EARLY).getFirst()).contains(",0.8,0.8,0.8\n");
        assertThat(answers(EARLY, BETTER).get(1)).contains("au-cpi-qoq,2021-10-27T00:30:00Z,0.8,0.8,survey,");
    }

    /// Exports and answers after some imports.
    private static List<String> answers(Import... imports) {
        try (Database database = TestDatabase.fresh()) {
            TestStore store = TestStore.of(database, CATALOGUE, CLOCK);
            for (Import each : imports) {
                load(store, each);
            }
            Exports exports = new Exports(store.get(LatestSurprises.class), store.bias(), CLOCK);
            Instant asOf = Instant.parse("2021-10-28T00:00:00Z");
            return List.of(
                    csv(exports.releases(new Query(null, null), null)),
                    csv(exports.surprises(new Query(null, null))),
                    Json.text(new IndicatorAnswers(
                                    store.get(LatestSurprises.class).at(null), CLOCK)
                            .releases("au-cpi-qoq", asOf)),
                    Json.text(store.bias().at(null).summary(asOf, "default")),
                    Json.text(
                            new CalendarAnswers(store.get(LatestSurprises.class).at(null), CLOCK)
                                    .between(asOf, null, null, null, 1)));
        }
    }

    private static void load(TestStore store, Import each) {
        CalendarFile file = new CalendarFile(
                "rows.csv", () -> new ByteArrayInputStream(each.rows().getBytes(StandardCharsets.UTF_8)));
        store.imports()
                .run(
                        new ImportRequest("test", profile(each.source()), List.of(file), false, false),
                        ImportProgress.SILENT);
    }

    private static CalendarProfile profile(String source) {
        return new Profiles(Path.of("none"), Path.of("none"), () -> CATALOGUE)
                .sent("mine.yaml", PROFILE.formatted(source).getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(Export export) {
        StringWriter out = new StringWriter();
        try {
            export.writeTo(out);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return out.toString();
    }
}
