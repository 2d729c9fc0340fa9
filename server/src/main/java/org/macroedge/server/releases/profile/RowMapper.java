package org.macroedge.server.releases.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowFault.Reason;
import org.macroedge.server.releases.intake.RowMessage;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.releases.intake.SpillTarget;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;
import org.macroedge.server.releases.profile.time.ClockFindings;
import org.macroedge.server.releases.profile.time.PeriodTexts;
import org.macroedge.server.releases.profile.time.Placement;
import org.macroedge.server.releases.profile.time.StatedTime;
import org.macroedge.server.releases.profile.time.WeekShifts;

/// Turns the cells of a row into its result.
final class RowMapper {

    private static final RowResult IGNORED = new RowResult.Ignored();
    private static final int FIRST_YEAR = 1900;
    private static final int YEARS_AHEAD = 2;
    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_RAW = 10_000;

    private final CalendarProfile profile;
    private final CellMeanings meanings;
    private final Instant now;
    private final @Nullable WeekShifts shifts;
    private final ClockFindings clocks;
    private final @Nullable Instant capturedFile;

    /// @param now actuals of later instants are faulty
    /// @param shifts by how much the clock times of each week are wrong; null where they stay
    /// @param capturedFile when the whole file was captured; null where it does not say
    RowMapper(
            CalendarProfile profile,
            CellMeanings meanings,
            Instant now,
            @Nullable WeekShifts shifts,
            @Nullable Instant capturedFile) {
        this.profile = profile;
        this.meanings = meanings;
        this.now = now;
        this.shifts = shifts;
        this.clocks = new ClockFindings(profile.timeRules().catalogueTime());
        this.capturedFile = capturedFile;
    }

    /// What looks wrong in the times of the rows mapped so far.
    ClockFindings clocks() {
        return clocks;
    }

    /// The result of a row whose time can be read.
    RowResult map(Cells cells, StatedTime stated) {
        RowIdentity identity = RowIdentity.of(cells, stated.date(), profile, meanings);
        RowNumbers numbers = RowNumbers.of(cells, meanings, identity.unit());
        Indicator indicator = identity.indicator();
        if (identity.ignored() || (indicator == null && numbers.none())) {
            return IGNORED;
        }
        if (indicator == null) {
            return new RowResult.Unmapped(identity.text());
        }
        try {
            RowNumbers multiplied = multiplied(cells, identity, numbers);
            check(cells, identity, indicator, multiplied);
            Placed placed = placed(stated, indicator, multiplied);
            ReportedRelease release = release(cells, identity, indicator, multiplied, placed);
            clocks.note(
                    indicator,
                    placed.counted(),
                    placed.placement(),
                    cells.file().name(),
                    cells.line());
            return new RowResult.Mapped(release);
        } catch (Fault fault) {
            return fault(cells, fault.reason, String.valueOf(fault.getMessage()));
        }
    }

    /// A row that cannot be read.
    static RowResult.Faulty fault(Cells cells, Reason reason, String message) {
        return new RowResult.Faulty(new RowFault(
                cells.file().name(),
                cells.line(),
                reason,
                StorableText.of(cut(message, LONGEST_MESSAGE)),
                StorableText.of(cut(cells.row().raw().get(), LONGEST_RAW))));
    }

    /// Rows are kept word for word, but a quote that nothing closes can make one of a whole file.
    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    /// Why a row cannot be read; rare, and never seen outside of this package.
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1;

        private final Reason reason;

        Fault(RowMessage message, Object... values) {
            super(message.text(values), null, false, false);
            this.reason = message.reason();
        }
    }

    /// The numbers in base units; a unit that the profile declares for the title replaces the row's multiplier.
    private RowNumbers multiplied(Cells cells, RowIdentity identity, RowNumbers numbers) throws Fault {
        String text = cells.textOrEmpty(Meaning.MULTIPLIER);
        if (identity.declaresUnit() || numbers.none()) {
            return numbers;
        }
        Integer tens = profile.values().multiplier(text);
        if (tens == null) {
            throw new Fault(RowMessage.UNKNOWN_MULTIPLIER, text);
        }
        return numbers.times(text, tens);
    }

    private void check(Cells cells, RowIdentity identity, Indicator indicator, RowNumbers numbers) throws Fault {
        String actual = cells.textOrEmpty(Meaning.ACTUAL);
        if (numbers.actual() == null && !profile.values().isMissing(actual)) {
            throw new Fault(RowMessage.UNREADABLE_ACTUAL, actual);
        }
        CellNumber contradicting = identity.declaresUnit() ? null : numbers.contradicting(indicator);
        if (contradicting != null) {
            throw new Fault(
                    RowMessage.UNIT_CONTRADICTION,
                    String.valueOf(contradicting.suffix()),
                    indicator.id(),
                    indicator.unit());
        }
    }

    /// Where a row stands in time.
    ///
    /// @param counted what counts of its date and clock time
    /// @param spill where it belongs if it stands a year early; null where it cannot, since an actual is never of
    /// the future
    private record Placed(
            StatedTime counted,
            Placement placement,
            @Nullable SpillTarget spill) {}

    private Placed placed(StatedTime stated, Indicator indicator, RowNumbers numbers) throws Fault {
        StatedTime counted = profile.timeRules().counted(stated);
        Placement placement = profile.timeRules().place(counted, indicator, shifts);
        if (numbers.actual() != null && placement.instant().isAfter(now)) {
            throw new Fault(RowMessage.FUTURE_ACTUAL, placement.instant());
        }
        SpillTarget spill = spill(stated, counted, placement, indicator);
        boolean ahead =
                numbers.actual() != null && spill != null && spill.instant().isAfter(now);
        return new Placed(counted, placement, ahead ? null : spill);
    }

    private @Nullable SpillTarget spill(
            StatedTime stated, StatedTime counted, Placement placement, Indicator indicator) {
        if (!profile.timeRules().maySpill(stated)) {
            return null;
        }
        Placement later = profile.timeRules().place(counted.nextYear(), indicator, null);
        return new SpillTarget(later.instant().minusSeconds(placement.shifted() * 3_600L), later.localDate());
    }

    private @Nullable Instant captured(Cells cells) throws Fault {
        String text = cells.textOrEmpty(Meaning.CAPTURED);
        if (profile.captured() == null || text.isEmpty()) {
            return capturedFile;
        }
        Instant captured =
                profile.captured().read(text).orElseThrow(() -> new Fault(RowMessage.UNREADABLE_CAPTURE, text));
        if (captured.isAfter(now)) {
            throw new Fault(RowMessage.FUTURE_CAPTURE, text);
        }
        return captured;
    }

    private ReportedRelease release(
            Cells cells, RowIdentity identity, Indicator indicator, RowNumbers numbers, Placed placed) throws Fault {
        Instant captured = captured(cells);
        return new ReportedRelease(
                cells.file().name(),
                cells.line(),
                identity.text(),
                profile.source(),
                indicator,
                placed.placement().instant(),
                placed.placement().localDate(),
                placed.placement().dateOnly(),
                period(cells, identity, placed.counted().date()),
                RowNumbers.value(numbers.actual()),
                RowNumbers.value(numbers.previous()),
                forecasts(cells, numbers, captured),
                captured,
                event(cells),
                placed.placement().shifted() != 0,
                placed.spill());
    }

    private @Nullable LocalDate period(Cells cells, RowIdentity identity, LocalDate released) throws Fault {
        String column = cells.textOrEmpty(Meaning.PERIOD);
        String text = column.isEmpty() ? identity.period() : column;
        if (profile.periods().isMissing(text)) {
            return null;
        }
        LocalDate period = profile.periods().read(text, released);
        int latest = now.atZone(ZoneOffset.UTC).getYear() + YEARS_AHEAD;
        if (period == null || period.getYear() < FIRST_YEAR || period.getYear() > latest) {
            throw new Fault(
                    profile.periods() == PeriodTexts.DATES ? RowMessage.UNREADABLE_PERIOD : RowMessage.UNKNOWN_PERIOD,
                    text);
        }
        return period;
    }

    private List<ReportedForecast> forecasts(Cells cells, RowNumbers numbers, @Nullable Instant captured) throws Fault {
        ForecastSpread spread = new SpreadCells(cells, numbers, profile.values()).spread();
        CellNumber forecast = numbers.forecast();
        return forecast == null
                ? List.of()
                : List.of(new ReportedForecast(profile.forecastKind(), forecast.value(), captured, spread));
    }

    private static @Nullable String event(Cells cells) throws Fault {
        String text = cells.textOrEmpty(Meaning.EVENT);
        if (text.length() > LONGEST_MESSAGE) {
            throw new Fault(RowMessage.LONG_EVENT, LONGEST_MESSAGE);
        }
        return text.isEmpty() ? null : text;
    }
}
