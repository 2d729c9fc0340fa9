package org.macroedge.server.exports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
import org.macroedge.server.surprises.Surprises;

/// A calendar of one source, to be imported into a store of its own beside those of other sources.
///
/// @param rows `released_at,indicator,actual,forecast,previous`, times in UTC
record SourceImport(String source, String rows) {

    static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "released_at,indicator,actual,forecast,previous\n";
    private static final String PROFILE = """
        source: %s
        file: {columns: {instant: released_at, indicator: indicator, actual: actual, forecast: forecast, previous: previous}}
        instant: {patterns: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], zone: UTC}
        """;

    /// Exports and answers after some imports in turn.
    ///
    /// @param releases each release as an answer shows it, whole and at every instant
    record Answers(String releases, String surprises, List<String> shown) {}

    /// The answers after imports, about an indicator.
    ///
    /// @param asOf at which instants
    static Answers after(List<SourceImport> imports, String indicator, List<Instant> asOf) {
        try (Database database = TestDatabase.fresh()) {
            TestStore store = TestStore.of(database, CATALOGUE, CLOCK);
            imports.forEach(each -> each.load(store));
            Exports exports = store.get(Exports.class);
            Surprises known = store.get(LatestSurprises.class).at(null);
            List<String> shown = new ArrayList<>();
            for (Instant instant : asOf) {
                shown.add(Json.text(new IndicatorAnswers(known, CLOCK).releases(indicator, instant)));
                shown.add(Json.text(store.bias().at(null).summary(instant, "default")));
                shown.add(Json.text(new CalendarAnswers(known, CLOCK).between(instant, null, null, null, 1)));
            }
            return new Answers(
                    ExportText.of(exports.importable(new Query(null, null), ExportedReleases.ALL)),
                    ExportText.of(exports.surprises(new Query(null, null), ExportedReleases.ALL)),
                    shown);
        }
    }

    private void load(TestStore store) {
        CalendarFile file = new CalendarFile(
                source + ".csv", () -> new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)));
        store.imports().run(new ImportRequest("test", profile(), List.of(file), false, false), ImportProgress.SILENT);
    }

    private CalendarProfile profile() {
        return new Profiles(Path.of("none"), Path.of("none"), () -> CATALOGUE)
                .sent("mine.yaml", PROFILE.formatted(source).getBytes(StandardCharsets.UTF_8));
    }
}
