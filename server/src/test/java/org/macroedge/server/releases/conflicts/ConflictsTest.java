package org.macroedge.server.releases.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// What sources say differently of the same release, and which of them stands for it.
class ConflictsTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final ConflictSelection ALL = new ConflictSelection(null, null, null, 100);

    private final SettableClock clock = new SettableClock("2022-02-01T00:00:00Z");
    private final Database database = TestDatabase.fresh();
    private final TestStore store = TestStore.of(database, CATALOGUE, clock);

    @AfterEach
    void close() {
        database.close();
    }

    private void load(String profile, String name, String text) {
        Profiles profiles = new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);
        CalendarFile file =
                new CalendarFile(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        store.imports()
                .run(
                        new ImportRequest(profile, profiles.named(profile), List.of(file), false, false),
                        ImportProgress.SILENT);
        clock.set(clock.instant().plusSeconds(60).toString());
    }

    private void loadTwoSources() {
        load("nasdaq", "nasdaq.csv", """
            ,Time (ET),Country,Event,Actual,Consensus,Previous,Date
            0,09:30,United States,Nonfarm Payrolls,199K,400K,249K,2022-01-07
            1,11:00,United States,Factory Orders,1.6%,1.5%,1.2%,2022-01-06
            2,12:00,United States,ISM Non-Manufacturing PMI,62.0,66.9,69.1,2022-01-06
            """);
        load("macro-edge", "mine.csv", """
            indicator,released_at,period,actual,forecast,previous
            us-nonfarm-payrolls,2022-01-07T13:30:00Z,2021-12-01,200000,400000,249000
            us-factory-orders-mom,2022-01-06T15:00:00Z,,1.6,1.5,1.2
            us-ism-services-pmi,2022-01-06T15:00:00Z,,62.0,66.9,69.0
            """);
    }

    private ConflictList list(@Nullable String asOf, @Nullable String recordedAt, ConflictSelection selection) {
        return store.get(Conflicts.class)
                .list(
                        new Query(
                                asOf == null ? null : Instant.parse(asOf),
                                recordedAt == null ? null : Instant.parse(recordedAt)),
                        selection);
    }

    private static List<String> lines(ConflictList list) {
        return list.items().stream()
                .map(conflict -> conflict.releaseId() + " " + String.join(",", conflict.kinds()) + " "
                        + conflict.winner() + " " + conflict.reason() + " " + conflict.instant())
                .toList();
    }

    @Test
    void everyDifferenceIsToldWithWhoSaidItAndTheSourceOfHighestPrecedenceWins() {
        loadTwoSources();

        ConflictList all = list(null, null, ALL);

        assertThat(lines(all))
                .containsExactly(
                        "us-nonfarm-payrolls@2022-01-07 actual macro-edge precedence 2022-01-07T13:30:00Z",
                        "us-ism-services-pmi@2022-01-06 previous,instant macro-edge precedence 2022-01-06T15:00:00Z");
        assertThat(all.total()).isEqualTo(2);
        assertThat(all.items().getFirst().claims())
                .extracting(claim -> claim.stands() + " " + claim.source() + " " + claim.precedence() + " "
                        + claim.actual() + " " + claim.period() + " " + claim.file() + ":" + claim.line() + " "
                        + claim.title())
                .containsExactly(
                        "true macro-edge 90 200000 2021-12-01 mine.csv:2 us-nonfarm-payrolls",
                        "false nasdaq 30 199000 null nasdaq.csv:2 United States Nonfarm Payrolls");
        assertThat(all.items().getLast().claims())
                .extracting(Claim::instant)
                .containsExactly(Instant.parse("2022-01-06T15:00:00Z"), Instant.parse("2022-01-06T16:00:00Z"));
    }

    @Test
    void nothingIsToldThatWasNotKnownAtTheTimesAskedFor() {
        loadTwoSources();

        assertThat(lines(list("2022-01-07T13:29:59Z", null, ALL)))
                .containsExactly(
                        "us-ism-services-pmi@2022-01-06 previous,instant macro-edge precedence 2022-01-06T15:00:00Z");
        assertThat(list("2022-01-06T14:59:59Z", null, ALL).items()).isEmpty();
        assertThat(list(null, "2022-02-01T00:00:30Z", ALL).items()).isEmpty();
    }

    @Test
    void anUndoTakesAConflictAway() {
        loadTwoSources();

        store.imports().undo(2);

        assertThat(list(null, null, ALL).items()).isEmpty();
        assertThat(list(null, "2022-02-01T00:01:30Z", ALL).items()).hasSize(2);
    }

    @Test
    void aPeriodARegionAndALimitSelect() {
        loadTwoSources();

        assertThat(list(null, null, new ConflictSelection(null, null, null, 1)).items())
                .hasSize(1);
        assertThat(list(null, null, new ConflictSelection(null, null, null, 1)).total())
                .isEqualTo(2);
        assertThat(list(null, null, new ConflictSelection(null, null, Region.GB, 100))
                        .items())
                .isEmpty();
        assertThat(list(null, null, new ConflictSelection(Instant.parse("2022-01-07T00:00:00Z"), null, null, 100))
                        .items())
                .hasSize(1);
        assertThat(list(null, null, new ConflictSelection(null, Instant.parse("2022-01-06T15:00:00Z"), null, 100))
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> new ConflictSelection(null, null, null, 0))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageContaining("1 to 1000");
    }

    @Test
    void sourcesCanDifferAboutWhenAReleaseIsDue() {
        load("macro-edge", "mine.csv", """
            indicator,released_at,period,actual,forecast,previous
            us-nonfarm-payrolls,2022-02-04T13:30:00Z,,,150000,199000
            """);
        load("nasdaq", "nasdaq.csv", """
            ,Time (ET),Country,Event,Actual,Consensus,Previous,Date
            0,10:30,United States,Nonfarm Payrolls,-,155K,199K,2022-02-04
            """);

        ConflictList due = list(null, null, ALL);

        assertThat(lines(due))
                .containsExactly("us-nonfarm-payrolls@2022-02-04 instant macro-edge precedence 2022-02-04T13:30:00Z");
        assertThat(due.items().getFirst().claims())
                .extracting(Claim::capturedAt)
                .doesNotContainNull();
        assertThat(list("2022-02-01T00:00:00Z", null, ALL).items()).isEmpty();
    }
}
