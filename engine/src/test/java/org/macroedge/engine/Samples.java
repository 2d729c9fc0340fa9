package org.macroedge.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Correlations;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.Meetings;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.catalogue.Prior;
import org.macroedge.engine.catalogue.ReleaseTime;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.Bloc;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.engine.vocabulary.Stage;

/// Small inputs that the tests of several formulas share.
public final class Samples {

    public static final Instant START = Instant.parse("2015-01-05T13:30:00Z");
    public static final long DAY = 86_400;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Samples() {}

    public static Indicator indicator(String id, Region region, Category category) {
        return indicator(id, region, category, Frequency.MONTHLY, null, null);
    }

    public static Indicator indicator(
            String id,
            Region region,
            Category category,
            Frequency frequency,
            @Nullable LocalDate validTo,
            @Nullable Prior prior) {
        boolean irregular = frequency == Frequency.IRREGULAR;
        return new Indicator(
                new IndicatorId(id),
                id,
                id.substring(0, Math.min(id.length(), 18)),
                region,
                category,
                "percent",
                "level",
                "none",
                frequency,
                irregular ? List.of(new Meetings(8, null, null)) : List.of(),
                1,
                3,
                id,
                Stage.FIRST,
                new BigDecimal("0.1"),
                irregular ? new BigDecimal("0.10") : null,
                null,
                PreviousRefersTo.PRIOR_PERIOD,
                null,
                List.of(new ReleaseTime(NEW_YORK, LocalTime.of(8, 30), null, null)),
                prior,
                null,
                validTo,
                null);
    }

    /// The id of a release a number of days after [#START].
    public static ReleaseId id(String indicator, long day) {
        return ReleaseId.of(
                new IndicatorId(indicator), LocalDate.EPOCH.plusDays(Math.floorDiv(START.getEpochSecond(), DAY) + day));
    }

    public static ObservedRelease release(String indicator, long day, String actual, @Nullable String forecast) {
        List<ObservedForecast> forecasts = forecast == null
                ? List.of()
                : List.of(new ObservedForecast(ForecastKind.SURVEY, new BigDecimal(forecast), "test", 1, null));
        Instant at = START.plusSeconds(day * DAY);
        return new ObservedRelease(
                id(indicator, day),
                new IndicatorId(indicator),
                at,
                null,
                false,
                new BigDecimal(actual),
                null,
                "test",
                forecasts,
                Set.of(),
                null);
    }

    /// Monthly releases with surprises of one decimal between −1 and 1.
    public static List<ObservedRelease> monthly(String indicator, int count, SplittableRandom random) {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int month = 0; month < count; month++) {
            BigDecimal surprise = BigDecimal.valueOf(random.nextInt(-10, 11), 1);
            String actual = new BigDecimal("2.0").add(surprise).toPlainString();
            releases.add(release(indicator, month * 30L + random.nextInt(5), actual, "2.0"));
        }
        return releases;
    }

    public static final Instrument SPX =
            new Instrument(new InstrumentId("SPX"), "S&P 500", AssetClass.EQUITY_INDEX, DirectionClass.EQUITY);
    public static final Instrument EURUSD =
            new Instrument(new InstrumentId("EURUSD"), "Euro / US dollar", AssetClass.FX, DirectionClass.FX);
    public static final Instrument WTI =
            new Instrument(new InstrumentId("WTI"), "Crude oil", AssetClass.COMMODITY, DirectionClass.ENERGY);

    public static WeightSet weights(SignalMode mode) {
        return new WeightSet(
                "default",
                1,
                mode,
                Map.of(
                        Frequency.WEEKLY,
                        10.0,
                        Frequency.MONTHLY,
                        30.0,
                        Frequency.QUARTERLY,
                        45.0,
                        Frequency.IRREGULAR,
                        45.0),
                4,
                new Correlations(0.10, 0.02, 0.01),
                Map.of(
                        SPX.id(),
                        Map.of(Region.US, 1.0),
                        EURUSD.id(),
                        Map.of(Region.US, -1.0, Bloc.EMU, 1.0, Region.ES, 0.5)),
                Map.of(
                        DirectionClass.EQUITY, Map.of(Category.GROWTH, 1.0, Category.INFLATION, -1.0),
                        DirectionClass.FX, Map.of(Category.GROWTH, 1.0, Category.INFLATION, 1.0)),
                Map.of(),
                List.of(1.0, 2.0, 3.0),
                Map.of(Stage.FIRST, 1.0, Stage.SECOND, 0.5, Stage.FINAL, 0.25),
                "test");
    }
}
