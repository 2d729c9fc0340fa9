package org.macroedge.engine.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

/// One published number with its contract.
///
/// @param meetings how often an irregular indicator is decided, in order of time; empty for the others
/// @param polarity +1 or −1: turns "the number is higher" into stronger, hotter or tighter
/// @param importance 1 to 3
/// @param group the indicators of one publication and category, in one region; with the bloc before it, as in
/// `EMU:zew-economic-sentiment`, in all of the bloc
/// @param step the smallest difference the publisher reports, in the indicator's unit
/// @param floor the minimum of σ; null means step/√6, because actual and forecast are both rounded
/// @param lag the usual days from the end of the period to the release, negative where it comes before; null where
/// the publisher has no usual lag
/// @param policyRate whether this is a rate set at policy meetings; null means that an irregular percentage is one
public record Indicator(
        IndicatorId id,
        String name,
        String shortName,
        Region region,
        Category category,
        String unit,
        String transform,
        String adjustment,
        Frequency frequency,
        List<Meetings> meetings,
        int polarity,
        int importance,
        String group,
        Stage stage,
        BigDecimal step,
        @Nullable BigDecimal floor,
        @Nullable Integer lag,
        PreviousRefersTo previousRefersTo,
        @Nullable Boolean policyRate,
        List<ReleaseTime> release,
        @Nullable Prior prior,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable IndicatorId successor) {

    private static final int LONGEST_SHORT_NAME = 18;
    private static final double ROUNDING_OF_TWO = StrictMath.sqrt(6);
    private static final double DAYS_PER_YEAR = 365.25;

    public Indicator {
        require(Math.abs(polarity) == 1, id, "polarity", polarity, "is not 1 or -1");
        require(importance >= 1 && importance <= 3, id, "importance", importance, "is not 1, 2 or 3");
        require(shortName.length() <= LONGEST_SHORT_NAME, id, "shortName", shortName, "is longer than 18 characters");
        require(step.signum() > 0, id, "step", step, "is not above 0");
        require(frequency != Frequency.IRREGULAR || !meetings.isEmpty(), id, "meetings", meetings, "has no entry");
        require(!release.isEmpty(), id, "release", release, "has no entry");
        meetings = List.copyOf(meetings);
        release = List.copyOf(release);
    }

    private static void require(boolean holds, IndicatorId id, String field, Object value, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(id + ": " + field + " " + value + " " + fault);
        }
    }

    /// The minimum of σ, in the indicator's unit.
    public double sigmaFloor() {
        return floor == null ? step.doubleValue() / ROUNDING_OF_TWO : floor.doubleValue();
    }

    /// The usual distance between releases in days, at a second. Where no calendar of meetings holds, the next one
    /// does, else the last one.
    public double periodDays(long second) {
        return switch (frequency) {
            case WEEKLY -> 7;
            case MONTHLY -> DAYS_PER_YEAR / 12;
            case QUARTERLY -> DAYS_PER_YEAR / 4;
            case IRREGULAR -> DAYS_PER_YEAR / meetingsAt(second).perYear();
        };
    }

    private Meetings meetingsAt(long second) {
        for (Meetings calendar : meetings) {
            if (calendar.to() == null || second < startOfDay(calendar.to().plusDays(1))) {
                return calendar;
            }
        }
        return meetings.getLast();
    }

    private long startOfDay(LocalDate date) {
        return date.atStartOfDay(release.getFirst().zone()).toEpochSecond();
    }

    /// The shortest distance between releases at any time, in days.
    public double shortestPeriodDays() {
        return periodChanges().mapToDouble(this::periodDays).min().orElseThrow();
    }

    /// The seconds from which another distance between releases holds, after [Long#MIN_VALUE].
    public LongStream periodChanges() {
        return LongStream.concat(
                LongStream.of(Long.MIN_VALUE),
                meetings.stream()
                        .map(Meetings::to)
                        .filter(Objects::nonNull)
                        .mapToLong(to -> startOfDay(to.plusDays(1))));
    }

    /// What is shared by the members of its group: the region, or the bloc that the group's name begins with.
    public String groupKey() {
        return group.contains(":") ? group : region.code() + ':' + group;
    }

    /// Whether this is a rate set at policy meetings. Where no forecast was captured for it, the rate in force is its
    /// forecast. Without a declaration, an irregular percentage is one.
    public boolean isPolicyRate() {
        return policyRate != null ? policyRate : frequency == Frequency.IRREGULAR && unit.equals("percent");
    }

    /// The release time that applies on a local date.
    public Optional<ReleaseTime> releaseTime(LocalDate date) {
        for (ReleaseTime time : release) {
            if (time.covers(date)) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }

    /// The local date of an instant in the release zone.
    public LocalDate localDate(Instant instant) {
        return instant.atZone(release.getFirst().zone()).toLocalDate();
    }

    /// The instant at which a release of a local date is known: at the release time, else at the end of that date
    /// in the release zone, so that nothing is known too early.
    public Instant knownAt(LocalDate date) {
        Optional<ReleaseTime> applicable = releaseTime(date);
        if (applicable.isPresent() && applicable.get().time() != null) {
            return date.atTime(applicable.get().time())
                    .atZone(applicable.get().zone())
                    .toInstant();
        }
        return date.plusDays(1)
                .atStartOfDay(applicable.orElse(release.getFirst()).zone())
                .toInstant();
    }

    /// The first day of the period that a release of a local date describes, by the lag; empty without one. It is
    /// shown only, and never decides which of two releases is later.
    public Optional<LocalDate> inferredPeriod(LocalDate released) {
        return lag == null ? Optional.empty() : Optional.ofNullable(PeriodInference.firstDay(frequency, lag, released));
    }

    /// The first second at which this indicator is in force; [Long#MIN_VALUE] where it always was.
    public long validFromSecond() {
        return validFrom == null
                ? Long.MIN_VALUE
                : validFrom.atStartOfDay(release.getFirst().zone()).toEpochSecond();
    }

    /// The first second after its end, 24:00 of the end date in the release zone; [Long#MAX_VALUE] where it has
    /// none.
    public long validToSecond() {
        return validTo == null
                ? Long.MAX_VALUE
                : validTo.plusDays(1).atStartOfDay(release.getLast().zone()).toEpochSecond();
    }

    /// Whether the data behind the prior end before a release.
    public boolean priorServes(Instant releasedAt) {
        return prior != null
                && prior.dataTo().plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond()
                        <= releasedAt.getEpochSecond();
    }
}
