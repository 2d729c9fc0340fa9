package org.macroedge.server.surprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.surprises.view.ConsensusView;

class ConsensusRecordTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final double EXACT = 1e-15;

    @Test
    void theMeanMissAndTheShareOfOneDirectionAreOfReleasesThatCount() {
        ConsensusView record = record("us-nonfarm-payrolls", 1.0, 2.0, -0.5, null, 1.5);

        assertThat(record.releases()).isEqualTo(4);
        assertThat(record.meanMiss()).isEqualTo(1.0, within(EXACT));
        assertThat(record.sameDirection()).isEqualTo(0.75, within(EXACT));
    }

    @Test
    void aMissIsOfTheFigureWhateverItMeansForTheEconomy() {
        assertThat(CATALOGUE.indicator("us-unemployment-claims").orElseThrow().polarity())
                .isEqualTo(-1);
        ConsensusView record = record("us-unemployment-claims", -1.0, -2.0, 0.6);

        assertThat(record.meanMiss()).isEqualTo(0.8, within(EXACT));
        assertThat(record.sameDirection()).isEqualTo(2.0 / 3, within(EXACT));
    }

    @Test
    void withoutAConsensusThereIsNoRecord() {
        assertThat(record("us-nonfarm-payrolls")).isEqualTo(new ConsensusView(0, null, null));
        assertThat(record("us-nonfarm-payrolls", null, null)).isEqualTo(new ConsensusView(0, null, null));
    }

    @Test
    void oneReleaseIsARecordOfOne() {
        assertThat(record("us-nonfarm-payrolls", -1.25)).isEqualTo(new ConsensusView(1, -1.25, 1.0));
    }

    @Test
    void aReleaseAsForecastIsNoMissButCountsInTheMean() {
        assertThat(record("us-nonfarm-payrolls", 0.0, 3.0, 0.0, 1.0)).isEqualTo(new ConsensusView(4, 1.0, 1.0));
    }

    @Test
    void whereNothingWasMissedThereIsNoDirection() {
        assertThat(record("us-nonfarm-payrolls", 0.0, 0.0)).isEqualTo(new ConsensusView(2, 0.0, null));
    }

    @Test
    void whereMissesBalanceNoneIsInTheDirectionOfTheMean() {
        assertThat(record("us-nonfarm-payrolls", 1.0, -1.0)).isEqualTo(new ConsensusView(2, 0.0, 0.0));
    }

    private static ConsensusView record(String id, @Nullable Double... scores) {
        Indicator indicator = CATALOGUE.indicator(id).orElseThrow();
        List<StandardisedSurprise> known = new ArrayList<>();
        for (Double z : scores) {
            known.add(surprise(id, z, ForecastKind.SURVEY));
        }
        return ConsensusRecord.of(indicator, known);
    }

    @Test
    void aForecastThatNobodyWasAskedForIsNoConsensus() {
        Indicator indicator = CATALOGUE.indicator("us-nonfarm-payrolls").orElseThrow();
        List<StandardisedSurprise> known = new ArrayList<>();
        for (ForecastKind kind : ForecastKind.values()) {
            known.add(surprise(indicator.id().value(), 1.0, kind));
        }
        assertThat(ConsensusRecord.of(indicator, known)).isEqualTo(new ConsensusView(2, 1.0, 1.0));
    }

    private static ObservedForecast forecast(ForecastKind kind) {
        return new ObservedForecast(kind, BigDecimal.ONE, "source", 1, null);
    }

    private static StandardisedSurprise surprise(String id, @Nullable Double z, ForecastKind kind) {
        ObservedRelease release = new ObservedRelease(
                new ReleaseId(id + "@2021-09-03"),
                new IndicatorId(id),
                Instant.parse("2021-09-03T12:30:00Z"),
                null,
                false,
                BigDecimal.ONE,
                null,
                "source",
                List.of(),
                Set.of(),
                null);
        StandardisedSurprise.Reason reason = z == null ? StandardisedSurprise.Reason.NOTHING_EXPECTED : null;
        return new StandardisedSurprise(release, forecast(kind), null, null, 0, z, z, reason, Set.of());
    }
}
