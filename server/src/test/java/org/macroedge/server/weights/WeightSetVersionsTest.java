package org.macroedge.server.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.weights.view.PreviewedBias;
import org.macroedge.server.weights.view.WeightSetHistory;
import org.macroedge.server.weights.view.WeightSetPreview;
import org.macroedge.server.weights.view.WeightSetPublication;
import org.macroedge.server.weights.view.WeightSetVersion;

/// Versions of weight sets, in the store and in the answers.
class WeightSetVersionsTest {

    private static final Path SHIPPED = Path.of("../catalogue");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(SHIPPED);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Instant AS_OF = Instant.parse("2021-09-08T00:00:00Z");
    private static final String FAST = "{extends: default, halfLives: {monthly: 5}}";
    private static final String FASTER = "{extends: default, halfLives: {monthly: 2}}";

    private Database database;
    private TestStore store;
    private WeightSetVersions versions;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CATALOGUE, CLOCK);
        store.adoption().adopt();
        versions = store.get(WeightSetVersions.class);
        load();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// Payrolls of 21 months, so that a scale is known.
    private void load() {
        StringBuilder rows = new StringBuilder("indicator,released_at,period,actual,forecast,previous\n");
        for (int month = 0; month < 21; month++) {
            rows.append("us-nonfarm-payrolls,%d-%02d-05T13:30:00Z,,%d,500000,\n"
                    .formatted(2020 + month / 12, 1 + month % 12, 400_000 + month % 5 * 60_000));
        }
        CalendarFile file = new CalendarFile(
                "rows.csv", () -> new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        Profiles profiles = new Profiles(SHIPPED.resolve("profiles"), Path.of("none"), () -> CATALOGUE);
        store.imports()
                .run(
                        new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }

    private WeightSetVersion propose(String id, String yaml) {
        return versions.propose(id, new WeightSetProposal(null, yaml, "because"));
    }

    private WeightSetPublication publish(String id, int version) {
        return versions.publish(id, version, new ReasonRequest("agreed"));
    }

    private WeightSetPublication rollBack(String id) {
        return rollBack(id, null);
    }

    private WeightSetPublication rollBack(String id, @Nullable Integer inForce) {
        return versions.rollBack(id, new RollBackRequest(inForce, "too jumpy"));
    }

    private BiasSummary bias(Instant recordedAt, String weightSet) {
        return store.bias().at(recordedAt).summary(AS_OF, weightSet);
    }

    private static BiasItem spx(BiasSummary summary) {
        return summary.items().stream()
                .filter(item -> item.instrument().equals("SPX"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVersionIsInForceFromItsPublicationOnAndInNoEarlierAnswer() {
        BiasSummary byDefault = bias(null, "default");
        Instant before = store.facts().latestRecordTime();
        WeightSetVersion first = propose("fast", FAST);
        assertFails(() -> bias(null, "fast"), ProblemCode.UNKNOWN_WEIGHT_SET, "default, equal");

        WeightSetPublication published = publish("fast", 1);
        propose("fast", FASTER);
        WeightSetPublication second = publish("fast", 2);

        assertThat(first.inForce()).isFalse();
        assertThat(spx(bias(null, "fast")).reading().z())
                .isEqualTo(spx(bias(second.recordedAt(), "fast")).reading().z())
                .isNotEqualTo(
                        spx(bias(published.recordedAt(), "fast")).reading().z());
        assertThat(bias(published.recordedAt(), "fast").run().runId())
                .isNotEqualTo(bias(second.recordedAt(), "fast").run().runId());
        assertFails(() -> bias(before, "fast"), ProblemCode.UNKNOWN_WEIGHT_SET, "default, equal");
        assertFails(
                () -> bias(published.recordedAt().minusNanos(1000), "fast"),
                ProblemCode.UNKNOWN_WEIGHT_SET,
                "default, equal");
        assertThat(bias(null, "default")).isEqualTo(byDefault);
        assertThat(store.get(CatalogueInForce.class).current().hash()).isEqualTo(CATALOGUE.hash());
    }

    @Test
    void aPreviewIsWhatAnswersSayOnceTheVersionIsInForce() {
        propose("fast", FAST);
        WeightSetPreview preview = preview("fast", 1, null);

        publish("fast", 1);

        assertThat(preview.against()).isEqualTo("default");
        assertThat(preview.items()).hasSameSizeAs(CATALOGUE.instruments());
        assertThat(preview.items().stream().map(item -> item.after()).toList()).isEqualTo(readings("fast"));
        assertThat(preview.items().stream().map(item -> item.before()).toList()).isEqualTo(readings("default"));
        assertThat(preview.items()).anySatisfy(item -> assertThat(item.change()).isNotZero());
        assertThat(preview.labelsChanged()).isEqualTo((int)
                preview.items().stream().filter(item -> item.labelChanges()).count());
        assertThat(preview("fast", 1, null).against()).isEqualTo("fast");
        assertThat(preview("fast", 1, null).items())
                .allSatisfy(item -> assertThat(item.before()).isEqualTo(item.after()));
        assertThat(preview("fast", 1, "default")).isEqualTo(preview(preview));
    }

    /// The same preview as of a later record time.
    private WeightSetPreview preview(WeightSetPreview preview) {
        return new WeightSetPreview(
                preview.asOf(),
                store.facts().latestRecordTime(),
                preview.weightSet(),
                preview.version(),
                preview.weightsPrior(),
                preview.against(),
                preview.againstVersion(),
                preview.againstPrior(),
                preview.labelsChanged(),
                preview.items());
    }

    private WeightSetPreview preview(String id, int version, String against) {
        return store.get(WeightSetPreviews.class).of(id, version, against, new Query(AS_OF, null));
    }

    private List<PreviewedBias> readings(String weightSet) {
        return bias(null, weightSet).items().stream()
                .map(BiasItem::reading)
                .map(reading -> new PreviewedBias(reading.score(), reading.label(), reading.z(), reading.reason()))
                .toList();
    }

    @Test
    void aRollBackBringsBackWhatWasInForceBeforeAndKeepsTheHistory() {
        propose("fast", FAST);
        propose("fast", FASTER);
        Instant first = publish("fast", 1).recordedAt();
        publish("fast", 2);
        BiasSummary second = bias(null, "fast");

        assertThat(rollBack("fast").version()).isEqualTo(1);
        assertThat(spx(bias(null, "fast"))).isEqualTo(spx(bias(first, "fast"))).isNotEqualTo(spx(second));
        publish("fast", 2);
        assertThat(bias(null, "fast").run()).isEqualTo(second.run());
        assertThat(rollBack("fast").version()).isEqualTo(1);
        assertThat(rollBack("fast").version()).isNull();
        assertFails(() -> bias(null, "fast"), ProblemCode.UNKNOWN_WEIGHT_SET, "default, equal");
        assertFails(() -> rollBack("fast"), ProblemCode.NOTHING_TO_ROLL_BACK, "no published version in force");

        WeightSetHistory history = versions.history("fast");
        assertThat(history.inForce()).isNull();
        assertThat(history.versions().stream().map(WeightSetVersion::version)).containsExactly(2, 1);
        assertThat(history.publications().stream().map(WeightSetPublication::version))
                .containsExactly(null, 1, 2, 1, 2, 1);
        assertThat(spx(bias(first, "fast")).reading().z()).isNotNull();
    }

    @Test
    void theSameDefinitionIsTheSameVersionAndPublishingItTwiceIsOnePublication() {
        WeightSetVersion version = propose("fast", FAST);

        assertThat(versions.propose(
                        "fast",
                        new WeightSetProposal(
                                Map.of("extends", "default", "halfLives", Map.of("monthly", 5)), null, "again")))
                .isEqualTo(version);
        assertThat(publish("fast", 1)).isEqualTo(publish("fast", 1));
        assertThat(versions.history("fast").publications()).hasSize(1);
        assertThat(propose("fast", FASTER).version()).isEqualTo(2);
        assertThat(propose("fast", FAST).version()).isEqualTo(3);
    }

    @Test
    void aDefinitionIsCompleteSoThatALaterVersionOfWhatItExtendsChangesNothing() {
        propose("base", FAST);
        publish("base", 1);
        propose("own", "{extends: base, clip: 3}");
        publish("own", 1);
        BiasSummary own = bias(null, "own");
        propose("base", FASTER);
        publish("base", 2);

        assertThat(bias(null, "own").run()).isEqualTo(own.run());
        assertThat(bias(null, "own").items()).isEqualTo(own.items());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "faulty-definitions.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void aFaultyDefinitionIsRefusedWithItsPlaceAndNothingIsStored(String definition, String fault) {
        String yaml = definition == null ? "" : definition;
        assertFails(() -> propose("fast", yaml), ProblemCode.WEIGHT_SET_FAULT, fault);
        assertFails(() -> versions.history("fast"), ProblemCode.UNKNOWN_WEIGHT_SET, "No version");
    }

    @ParameterizedTest
    @CsvSource({"default, WEIGHT_SET_IN_FILE", "-, WEIGHT_SET_FAULT", "a--b, WEIGHT_SET_FAULT", "ä, WEIGHT_SET_FAULT"})
    void anIdIsOneThatNoFileHasAndThatFitsAnAddress(String id, ProblemCode code) {
        assertFails(() -> propose(id, FAST), code, id);
    }

    @Test
    void aProposalHasOneDefinitionAndAReason() {
        assertFails(
                () -> versions.propose("fast", new WeightSetProposal(null, null, "x")),
                ProblemCode.WEIGHT_SET_FAULT,
                "A definition is missing, or given twice");
        assertFails(
                () -> versions.propose("fast", new WeightSetProposal(Map.of(), FAST, "x")),
                ProblemCode.WEIGHT_SET_FAULT,
                "A definition is missing, or given twice");
        assertFails(
                () -> versions.propose("fast", new WeightSetProposal(null, FAST, " ")),
                ProblemCode.INVALID_REQUEST,
                "A reason is missing");
        assertFails(
                () -> propose("fast", " ".repeat(WeightSetProposal.LONGEST + 1)),
                ProblemCode.WEIGHT_SET_FAULT,
                "more than 30,000 characters");
        assertFails(
                () -> versions.propose(
                        "fast", new WeightSetProposal(Map.of("clip", new BigDecimal("1e999999999")), null, "x")),
                ProblemCode.WEIGHT_SET_FAULT,
                "more than fifty digits");
        assertFails(() -> publish("fast", 1), ProblemCode.UNKNOWN_WEIGHT_SET, "No version");
        propose("fast", FAST);
        assertFails(() -> publish("fast", 2), ProblemCode.UNKNOWN_WEIGHT_SET_VERSION, "The last one is 1");
        assertFails(() -> preview("fast", 0, null), ProblemCode.UNKNOWN_WEIGHT_SET_VERSION, "The last one is 1");
        assertFails(() -> preview("fast", 1, "none"), ProblemCode.UNKNOWN_WEIGHT_SET, "none");
    }

    /// Whoever got no answer sends the request again.
    @Test
    void aRollBackThatIsSentAgainTakesNothingMoreBack() {
        propose("fast", FAST);
        propose("fast", FASTER);
        publish("fast", 1);
        publish("fast", 2);
        assertThat(rollBack("fast", 2).version()).isEqualTo(1);
        assertFails(
                () -> rollBack("fast", 2), ProblemCode.WEIGHT_SET_CHANGED, "version 1 is in force, and not version 2");
        assertThat(versions.history("fast").inForce()).isEqualTo(1);
    }

    @Test
    void soManyWeightSetsAndVersionsAndNoMore() {
        for (int number = 0; number < WeightSetVersions.MOST_PUBLISHED; number++) {
            propose("set-" + number, FAST);
            publish("set-" + number, 1);
        }
        propose("one-more", FAST);
        assertFails(() -> publish("one-more", 1), ProblemCode.WEIGHT_SETS_FULL, "20 weight sets");
        rollBack("set-0");
        assertThat(publish("one-more", 1).version()).isEqualTo(1);

        copies("'full'", "number + 1", WeightSetVersions.MOST_VERSIONS);
        assertFails(() -> propose("full", FASTER), ProblemCode.WEIGHT_SETS_FULL, "1,000 versions");
        copies("'copy-' || number", "1", WeightSetVersions.MOST_WEIGHT_SETS);
        assertFails(() -> propose("another", FAST), ProblemCode.WEIGHT_SETS_FULL, "200 weight sets");
        assertThat(propose("one-more", FASTER).version()).isEqualTo(2);
    }

    @Test
    void aWeightSetIsPublishedSoOftenAndCanBeRolledBackThen() {
        propose("fast", FAST);
        propose("fast", FASTER);
        publish("fast", 1);
        database.jdbc().sql("""
            INSERT INTO weight_set_publication (recorded_at, weight_set, version, kind, reason, author)
            SELECT recorded_at - make_interval(hours => number), weight_set, version, kind, reason, author
            FROM weight_set_publication, generate_series(1, %d - 2) AS number
            """.formatted(WeightSetVersions.MOST_PUBLICATIONS)).update();
        assertThat(publish("fast", 2).version()).isEqualTo(2);
        assertFails(() -> publish("fast", 1), ProblemCode.WEIGHT_SETS_FULL, "1,000 times");
        assertThat(rollBack("fast").version()).isEqualTo(1);
        assertThat(publish("fast", 1).version()).isEqualTo(1);
    }

    /// One by a later version of macro-edge, say.
    @Test
    void aVersionThatCannotBeReadIsRefusedAndProposedAnew() {
        database.jdbc().sql("""
            INSERT INTO weight_set_version (weight_set, version, hash, content, reason, author, proposed_at)
            VALUES ('fast', 1, 'later', '{"id": "fast"}', 'because', 'somebody', now())
            """).update();

        assertFails(
                () -> store.get(WeightSetPreviews.class).of("fast", 1, null, new Query(null, null)),
                ProblemCode.WEIGHT_SET_FAULT,
                "Version 1 of weight set \"fast\" cannot be read");
        assertThat(propose("fast", FAST).version()).isEqualTo(2);
        assertThat(versions.content("fast", 2).weights().version()).isEqualTo(2);
    }

    private void copies(String id, String version, int count) {
        database.jdbc().sql("""
            INSERT INTO weight_set_version (weight_set, version, hash, content, reason, author, proposed_at)
            SELECT %s, %s, hash, content, reason, author, proposed_at
            FROM weight_set_version, generate_series(0, %d - 1) AS number WHERE weight_set = 'one-more'
            """.formatted(id, version, count)).update();
    }

    private static void assertFails(Runnable call, ProblemCode code, String text) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> assertThat(fault.code()).isEqualTo(code))
                .hasMessageContaining(text);
    }
}
