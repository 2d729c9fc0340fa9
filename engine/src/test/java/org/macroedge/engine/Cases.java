package org.macroedge.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Meetings;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.engine.vocabulary.Stage;
import org.macroedge.engine.vocabulary.Verdict;

/// Reads the cells of the case tables under `cases`.
public final class Cases {

    private static final IndicatorId INDICATOR = new IndicatorId("us-x");

    private Cases() {}

    /// The parts of a cell, none of an empty one.
    public static List<String> list(@Nullable String cell) {
        return cell == null ? List.of() : Arrays.asList(cell.split(";"));
    }

    public static ObservedRelease release(
            int number,
            Instant releasedAt,
            String actual,
            @Nullable BigDecimal previous,
            List<ObservedForecast> forecasts) {
        return new ObservedRelease(
                ReleaseId.of(INDICATOR, LocalDate.EPOCH).numbered(number + 2),
                INDICATOR,
                releasedAt,
                null,
                false,
                new BigDecimal(actual),
                previous,
                "test",
                forecasts,
                Set.of(),
                null);
    }

    /// A release of `us-x` from the cells of a row, of which each but the actual may be `-` for none.
    ///
    /// @param period with `~` before an inferred one
    public static ObservedRelease row(
            Instant releasedAt, String period, String previous, String actual, String forecast) {
        boolean inferred = period.startsWith("~");
        return new ObservedRelease(
                ReleaseId.of(INDICATOR, LocalDate.EPOCH),
                INDICATOR,
                releasedAt,
                period.equals("-") ? null : LocalDate.parse(inferred ? period.substring(1) : period),
                !inferred && !period.equals("-"),
                new BigDecimal(actual),
                previous.equals("-") ? null : new BigDecimal(previous),
                "test",
                forecast.equals("-")
                        ? List.of()
                        : List.of(new ObservedForecast(ForecastKind.SURVEY, new BigDecimal(forecast), "test", 1, null)),
                Set.of(),
                null);
    }

    /// A release under another id.
    ///
    /// @param number from 2
    public static ObservedRelease numbered(ObservedRelease release, int number) {
        return copy(release, release.releaseId().numbered(number), release.verdict());
    }

    /// A release with what a person stated about it.
    public static ObservedRelease stated(ObservedRelease release, @Nullable Verdict verdict) {
        return copy(release, release.releaseId(), verdict);
    }

    /// The same release, of which nobody captured a forecast.
    public static ObservedRelease unexpected(ObservedRelease release) {
        return copy(release, release.releaseId(), List.of(), release.verdict());
    }

    private static ObservedRelease copy(ObservedRelease release, ReleaseId id, @Nullable Verdict verdict) {
        return copy(release, id, release.forecasts(), verdict);
    }

    private static ObservedRelease copy(
            ObservedRelease release, ReleaseId id, List<ObservedForecast> forecasts, @Nullable Verdict verdict) {
        return new ObservedRelease(
                id,
                release.indicator(),
                release.releasedAt(),
                release.period(),
                release.periodDeclared(),
                release.actual(),
                release.previous(),
                release.source(),
                forecasts,
                release.marks(),
                verdict);
    }

    /// A surprise of `us-x` with a given z, or without a usable one.
    ///
    /// @param number orders the releases of one instant, and their ids, from 0 to 7
    public static StandardisedSurprise surprise(
            IndicatorId indicator,
            int number,
            Instant releasedAt,
            @Nullable LocalDate period,
            boolean declared,
            @Nullable Double z) {
        ObservedRelease release = new ObservedRelease(
                ReleaseId.of(indicator, LocalDate.EPOCH).numbered(number + 2),
                indicator,
                releasedAt,
                period,
                declared,
                BigDecimal.valueOf(number),
                null,
                "test",
                List.of(),
                Set.of(),
                null);
        return new StandardisedSurprise(
                release,
                null,
                null,
                null,
                0,
                z,
                z,
                z == null ? StandardisedSurprise.Reason.INSUFFICIENT_HISTORY : null,
                Set.of());
    }

    /// An indicator like another one, but for what a case changes.
    public static Indicator indicator(
            Indicator other,
            String unit,
            Frequency frequency,
            @Nullable Boolean policyRate,
            int importance,
            Stage stage,
            String group,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        return new Indicator(
                other.id(),
                other.name(),
                other.shortName(),
                other.region(),
                other.category(),
                unit,
                other.transform(),
                other.adjustment(),
                frequency,
                frequency == Frequency.IRREGULAR ? List.of(new Meetings(8, null, null)) : List.of(),
                other.polarity(),
                importance,
                group,
                stage,
                other.step(),
                other.floor(),
                other.lag(),
                other.previousRefersTo(),
                policyRate,
                other.release(),
                other.prior(),
                validFrom,
                validTo,
                other.successor());
    }

    /// An indicator that another one succeeds.
    public static Indicator succeededBy(Indicator other, @Nullable String successor) {
        return new Indicator(
                other.id(),
                other.name(),
                other.shortName(),
                other.region(),
                other.category(),
                other.unit(),
                other.transform(),
                other.adjustment(),
                other.frequency(),
                other.meetings(),
                other.polarity(),
                other.importance(),
                other.group(),
                other.stage(),
                other.step(),
                other.floor(),
                other.lag(),
                other.previousRefersTo(),
                other.policyRate(),
                other.release(),
                other.prior(),
                other.validFrom(),
                other.validTo(),
                successor == null ? null : new IndicatorId(successor));
    }

    /// A rate that is decided at other meetings.
    public static Indicator deciding(Indicator other, List<Meetings> meetings) {
        return new Indicator(
                other.id(),
                other.name(),
                other.shortName(),
                other.region(),
                other.category(),
                other.unit(),
                other.transform(),
                other.adjustment(),
                other.frequency(),
                meetings,
                other.polarity(),
                other.importance(),
                other.group(),
                other.stage(),
                other.step(),
                other.floor(),
                other.lag(),
                other.previousRefersTo(),
                other.policyRate(),
                other.release(),
                other.prior(),
                other.validFrom(),
                other.validTo(),
                other.successor());
    }

    /// An indicator of polarity −1.
    public static Indicator opposite(Indicator other) {
        return new Indicator(
                other.id(),
                other.name(),
                other.shortName(),
                other.region(),
                other.category(),
                other.unit(),
                other.transform(),
                other.adjustment(),
                other.frequency(),
                other.meetings(),
                -1,
                other.importance(),
                other.group(),
                other.stage(),
                other.step(),
                other.floor(),
                other.lag(),
                other.previousRefersTo(),
                other.policyRate(),
                other.release(),
                other.prior(),
                other.validFrom(),
                other.validTo(),
                other.successor());
    }
}
