package org.macroedge.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.PriceSeries.Close;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.QuoteKind;
import org.macroedge.engine.vocabulary.SessionDays;

class PriceSeriesTest {

    private static final InstrumentId N225 = new InstrumentId("N225");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static PriceSeries series(boolean inverted, QuoteKind quote, boolean nonPositive, Close... closes) {
        return new PriceSeries(
                N225, "yahoo", "^N225", inverted, quote, "points", nonPositive, SessionDays.WEEKDAYS, List.of(closes));
    }

    @Test
    void aCloseIsMadeAtTheClockTimeOfItsMarketOnItsDate() {
        PriceSeries tokyo = series(
                false,
                QuoteKind.PRICE,
                false,
                new Close(LocalTime.of(15, 0), TOKYO, null, LocalDate.of(2024, 11, 4)),
                new Close(LocalTime.of(15, 30), TOKYO, LocalDate.of(2024, 11, 5), null));

        assertThat(tokyo.closeAt(LocalDate.of(2024, 11, 4))).isEqualTo(Instant.parse("2024-11-04T06:00:00Z"));
        assertThat(tokyo.closeAt(LocalDate.of(2024, 11, 5))).isEqualTo(Instant.parse("2024-11-05T06:30:00Z"));
        assertThat(tokyo.knowsClose(LocalDate.of(2024, 11, 5))).isTrue();
    }

    @Test
    void theClockOfAMarketFollowsItsDaylightSaving() {
        PriceSeries york = series(
                false,
                QuoteKind.PRICE,
                false,
                new Close(LocalTime.of(16, 0), ZoneId.of("America/New_York"), null, null));

        assertThat(york.closeAt(LocalDate.of(2021, 3, 12))).isEqualTo(Instant.parse("2021-03-12T21:00:00Z"));
        assertThat(york.closeAt(LocalDate.of(2021, 3, 15))).isEqualTo(Instant.parse("2021-03-15T20:00:00Z"));
    }

    @Test
    void anUnknownCloseIsKnownAtTheEndOfTheNextDay() {
        PriceSeries undeclared = PriceSeries.undeclared(N225, "mine", "N225", SessionDays.WEEKDAYS);

        assertThat(undeclared.closeAt(LocalDate.of(2021, 9, 3))).isEqualTo(Instant.parse("2021-09-05T00:00:00Z"));
        assertThat(undeclared.knowsClose(LocalDate.of(2021, 9, 3))).isFalse();
        assertThat(series(
                                false,
                                QuoteKind.PRICE,
                                false,
                                new Close(LocalTime.of(15, 0), TOKYO, LocalDate.of(2022, 1, 1), null))
                        .closeAt(LocalDate.of(2021, 9, 3)))
                .isEqualTo(Instant.parse("2021-09-05T00:00:00Z"));
    }

    @Test
    void onlyAYieldOrADeclaredSeriesCanBeZeroOrBelow() {
        assertThat(series(false, QuoteKind.PRICE, false).allowsNonPositive()).isFalse();
        assertThat(series(false, QuoteKind.PRICE, true).allowsNonPositive()).isTrue();
        assertThat(series(false, QuoteKind.YIELD, false).allowsNonPositive()).isTrue();
    }

    @Test
    void aSeriesThatCanBeZeroIsNotInverted() {
        assertThat(series(true, QuoteKind.PRICE, false).inverted()).isTrue();
        assertThatThrownBy(() -> series(true, QuoteKind.YIELD, false)).hasMessageContaining("yahoo ^N225");
        assertThatThrownBy(() -> series(true, QuoteKind.PRICE, true)).hasMessageContaining("inverted only if");
    }

    @Test
    void aCloseThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new Close(LocalTime.NOON, TOKYO, LocalDate.of(2021, 2, 1), LocalDate.of(2021, 1, 1)))
                .hasMessage("close to 2021-01-01 is before from 2021-02-01");
        assertThat(new Close(LocalTime.NOON, TOKYO, LocalDate.of(2021, 1, 1), LocalDate.of(2021, 1, 1))
                        .covers(LocalDate.of(2021, 1, 2)))
                .isFalse();
    }

    @Test
    void cryptocurrenciesTradeEveryDayAndTheOthersFromMondayToFriday() {
        LocalDate saturday = LocalDate.of(2021, 9, 4);

        assertThat(SessionDays.of(AssetClass.CRYPTO).contains(saturday)).isTrue();
        assertThat(SessionDays.of(AssetClass.FX).contains(saturday)).isFalse();
        assertThat(SessionDays.of(AssetClass.FX).contains(saturday.minusDays(1)))
                .isTrue();
        assertThat(SessionDays.ofCode("daily")).isEqualTo(SessionDays.DAILY);
        assertThat(QuoteKind.ofCode("yield")).isEqualTo(QuoteKind.YIELD);
    }
}
