package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

class CatalogueInForceTest {

    private static final Catalogue SHIPPED = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.000001Z");
    private static final Instant SECOND = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-01-03T00:00:00Z");

    private Database database;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aVersionReadBackIsTheSameCatalogueWithTheSameHash() {
        record(SHIPPED, FIRST);

        Catalogue read = versions(edited()).at(FIRST);

        assertThat(read).isNotSameAs(SHIPPED);
        assertThat(read.hash()).isEqualTo(SHIPPED.hash());
        assertThat(read.indicators()).isEqualTo(SHIPPED.indicators());
        assertThat(read.instruments()).isEqualTo(SHIPPED.instruments());
        assertThat(read.sources()).isEqualTo(SHIPPED.sources());
        assertThat(read.weightSetIds()).isEqualTo(SHIPPED.weightSetIds());
        for (String id : SHIPPED.weightSetIds()) {
            assertThat(weights(read, id)).usingRecursiveComparison().isEqualTo(weights(SHIPPED, id));
        }
    }

    @Test
    void textsOfAnyLettersComeBackAsTheyWere() {
        Catalogue odd = EditedCatalogue.in(folder)
                .edit(
                        "de-prelim-cpi-mom",
                        "name: \"Prelim CPI m/m\"",
                        "name: \"Prelim \\\"CPI\\\" \\\\ m\\tm\\u2028 Ä€ \\U0001F4C8: {a}, [b] # c\"")
                .load();
        record(odd, FIRST);

        assertThat(versions(SHIPPED).at(FIRST).indicators()).isEqualTo(odd.indicators());
        assertThat(odd.indicator("de-prelim-cpi-mom").orElseThrow().name())
                .isEqualTo("Prelim \"CPI\" \\ m\tm\u2028 Ä€ \uD83D\uDCC8: {a}, [b] # c");
    }

    @Test
    void readersBySqlHaveTheEntriesOfTheVersionInForce() {
        Catalogue edited = EditedCatalogue.in(folder)
                .edit("us-nonfarm-payrolls", "importance: 3", "importance: 2")
                .load();
        record(SHIPPED, FIRST);
        assertThat(ask("SELECT importance FROM read.indicators WHERE indicator = 'us-nonfarm-payrolls'"))
                .isEqualTo("3");
        record(edited, SECOND);
        assertThat(ask("SELECT importance FROM read.indicators WHERE indicator = 'us-nonfarm-payrolls'"))
                .isEqualTo("2");
        record(SHIPPED, THIRD);
        assertThat(ask("SELECT importance FROM read.indicators WHERE indicator = 'us-nonfarm-payrolls'"))
                .isEqualTo("3");
        assertThat(ask("SELECT count(*) FROM read.indicators"))
                .isEqualTo(String.valueOf(SHIPPED.indicators().size()));
        assertThat(ask("SELECT string_agg(instrument, ' ' ORDER BY position) FROM read.instruments"))
                .isEqualTo(SHIPPED.instruments().stream()
                        .map(instrument -> instrument.id().value())
                        .collect(Collectors.joining(" ")));
        assertThat(ask("SELECT count(*) FROM catalogue_index"))
                .isEqualTo(String.valueOf(2 * SHIPPED.indices().size()));
    }

    @Test
    void aVersionThatWasRecordedWithoutItsEntriesGetsThem() {
        database.jdbc()
                .sql("INSERT INTO catalogue_version (recorded_at, hash, content) VALUES (?::timestamptz, ?, ?::json)")
                .params(FIRST.toString(), SHIPPED.hash(), SHIPPED.content())
                .update();
        assertThat(ask("SELECT count(*) FROM read.instruments")).isEqualTo("0");

        versions(SHIPPED).completeRows();
        versions(SHIPPED).completeRows();

        assertThat(ask("SELECT count(*) FROM read.instruments"))
                .isEqualTo(String.valueOf(SHIPPED.instruments().size()));
    }

    private String ask(String question) {
        return database.jdbc().sql(question).query(String.class).single();
    }

    @Test
    void eachRecordTimeHasTheVersionInForceThen() {
        Catalogue edited = edited();
        record(SHIPPED, FIRST);
        record(edited, SECOND);
        record(SHIPPED, THIRD);
        CatalogueInForce versions = versions(SHIPPED);

        assertThat(versions.at(FIRST.minusNanos(1_000)).hash()).isEqualTo(SHIPPED.hash());
        assertThat(versions.at(SECOND.minusNanos(1_000)).hash()).isEqualTo(SHIPPED.hash());
        assertThat(versions.at(SECOND).hash()).isEqualTo(edited.hash());
        assertThat(versions.at(THIRD.minusNanos(1_000)).hash()).isEqualTo(edited.hash());
        assertThat(versions.at(THIRD)).isSameAs(SHIPPED);
        assertThat(versions.at(null)).isSameAs(SHIPPED);
    }

    @Test
    void whatCameBeforeTheFirstVersionIsAnsweredByThatOne() {
        Catalogue edited = edited();
        record(edited, FIRST);
        record(SHIPPED, SECOND);

        assertThat(versions(SHIPPED).at(Instant.EPOCH).hash()).isEqualTo(edited.hash());
    }

    @Test
    void withoutAnyVersionTheCatalogueAsLoadedIsInForce() {
        assertThat(versions(SHIPPED).at(FIRST)).isSameAs(SHIPPED);
        assertThat(versions(SHIPPED).current()).isSameAs(SHIPPED);
        assertThat(versions(SHIPPED).isOwn()).isFalse();
        assertThat(versions(SHIPPED).isSuperseded()).isFalse();
    }

    @Test
    void theLatestVersionIsInForceInAProcessWithOtherFilesToo() {
        Catalogue edited = edited();
        record(SHIPPED, FIRST);
        CatalogueInForce catalogue = versions(SHIPPED);
        assertThat(catalogue.current()).isSameAs(SHIPPED);
        assertThat(catalogue.state().difference()).isNull();

        record(edited, SECOND);

        Catalogue current = catalogue.current();
        assertThat(current.hash()).isEqualTo(edited.hash());
        assertThat(catalogue.current()).isSameAs(current);
        assertThat(catalogue.isOwn()).isFalse();
        assertThat(catalogue.state())
                .isEqualTo(CatalogueState.of(SHIPPED.hash(), edited.hash(), List.of(), List.of()))
                .satisfies(state -> assertThat(state.difference())
                        .isEqualTo("The catalogue files of this process ("
                                + SHIPPED.hash().substring(0, 12)
                                + ") differ from the catalogue in force ("
                                + edited.hash().substring(0, 12)
                                + "), which was adopted later. Answers use the catalogue in force; stored"
                                + " surprises and biases are left to a process that has its files. To return to the"
                                + " files of this process, save one of them again."));
    }

    @Test
    void filesOfAnEarlierVersionAreSupersededUntilOneOfThemIsSavedAgain() {
        Catalogue edited = edited();
        record(SHIPPED, FIRST);
        record(edited, SECOND);

        assertThat(TestCatalogues.of(database, SHIPPED, FIRST).isSuperseded()).isTrue();
        assertThat(TestCatalogues.of(database, SHIPPED, SECOND).isSuperseded()).isTrue();
        assertThat(TestCatalogues.of(database, SHIPPED, THIRD).isSuperseded()).isFalse();
        assertThat(TestCatalogues.of(database, edited, FIRST).isSuperseded()).isFalse();
    }

    @Test
    void aVersionIsNeverChanged() {
        record(SHIPPED, FIRST);

        assertThat(versions(SHIPPED).isOwn()).isTrue();
        assertThat(versions(edited()).isOwn()).isFalse();
        assertThatThrownBy(() ->
                        database.jdbc().sql("DELETE FROM catalogue_version").update())
                .hasMessageContaining("catalogue_version holds facts: they are added, never changed or removed");
    }

    @Test
    void theStoredTextCanBeQueriedAndItsHashIsTheVersions() {
        record(SHIPPED, FIRST);

        assertThat(database.jdbc()
                        .sql("""
                            SELECT encode(sha256(convert_to(content::text, 'UTF8')), 'hex') = hash
                               AND json_array_length(content -> 'indicators') = ?
                               AND content -> 'instruments' -> 0 ->> 'id' = 'SPX'
                            FROM catalogue_version
                            """)
                        .param(SHIPPED.indicators().size())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void record(Catalogue catalogue, Instant recordedAt) {
        versions(catalogue).record(catalogue, recordedAt);
    }

    private CatalogueInForce versions(Catalogue current) {
        return TestCatalogues.of(database, current);
    }

    private static WeightSet weights(Catalogue catalogue, String id) {
        return catalogue.weightSet(id).orElseThrow();
    }

    private Catalogue edited() {
        return EditedCatalogue.in(folder)
                .edit("us-nonfarm-payrolls", "importance: 3", "importance: 2")
                .load();
    }
}
