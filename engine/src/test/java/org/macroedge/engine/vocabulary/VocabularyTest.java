package org.macroedge.engine.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {

    @Test
    void codesAreLowerCaseWithHyphensAndRegionsKeepTheirName() {
        assertThat(Label.STRONGLY_BEARISH.code()).isEqualTo("strongly-bearish");
        assertThat(Category.ofCode("labour")).isEqualTo(Category.LABOUR);
        assertThat(Region.ofCode("GB")).isEqualTo(Region.GB);
        assertThat(Bloc.EMU.code()).isEqualTo("EMU");
    }

    @Test
    void anUnknownCodeNamesThoseThatExist() {
        assertThatThrownBy(() -> Stage.ofCode("flash"))
                .hasMessage("Stage \"flash\" is unknown; known are first, second, final");
    }

    @ParameterizedTest
    @CsvSource({
        "-100, STRONGLY_BEARISH",
        "-87, STRONGLY_BEARISH",
        "-86.99, BEARISH",
        "-40, BEARISH",
        "-39.99, NEUTRAL",
        "0, NEUTRAL",
        "39.99, NEUTRAL",
        "40, BULLISH",
        "86.99, BULLISH",
        "87, STRONGLY_BULLISH"
    })
    void labelsFollowTheUnroundedScore(double score, Label expected) {
        assertThat(Label.ofScore(score)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void everyRegionHasItsBloc(Region region) {
        boolean euro = java.util.Set.of("EA", "DE", "FR", "IT", "ES").contains(region.code());
        assertThat(region.bloc().code()).isEqualTo(euro ? "EMU" : region.code());
    }

    @Test
    void idsOfAWrongFormAreRefusedWithAnExample() {
        assertThatThrownBy(() -> new IndicatorId("Payrolls")).hasMessageContaining("us-nonfarm-payrolls");
        assertThatThrownBy(() -> new InstrumentId("eurusd")).hasMessageContaining("EURUSD");
        assertThat(new IndicatorId("us-cpi"))
                .isLessThan(new IndicatorId("us-ppi"))
                .hasToString("us-cpi");
        assertThat(new InstrumentId("DAX")).isLessThan(new InstrumentId("SPX")).hasToString("DAX");
    }

    @Test
    void anIndicatorIdBeginsWithItsRegion() {
        assertThat(new IndicatorId("de-ifo").region()).isEqualTo(Region.DE);
        assertThatThrownBy(() -> new IndicatorId("xx-ifo").region()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlySurveysAndVendorsAreSurveyed() {
        assertThat(ForecastKind.ofCode("vendor").forecastClass()).isEqualTo(ForecastClass.SURVEYED);
        assertThat(ForecastKind.ofCode("nowcast").forecastClass()).isEqualTo(ForecastClass.MODELLED);
        assertThat(ForecastKind.NAIVE.quality()).isEqualTo(0.3);
    }
}
