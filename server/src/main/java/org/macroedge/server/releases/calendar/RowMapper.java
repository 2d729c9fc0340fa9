package org.macroedge.server.releases.calendar;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.ReleaseTime;
import org.macroedge.server.releases.calendar.CalendarProfile.Meaning;
import org.macroedge.server.releases.calendar.CalendarProfile.Title;
import org.macroedge.server.releases.calendar.CalendarProfile.TitleFrom;

/// Turns cells into a row under an indicator, or says why that cannot be.
final class RowMapper {

    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])");

    private final CalendarProfile profile;
    private final CalendarRows rows;
    private final HourTally hours = new HourTally();
    private final CellMeanings meanings;
    private @Nullable InstantCells lastInstant;
    private Optional<CalendarInstants.Stated> lastStated = Optional.empty();

    RowMapper(CalendarProfile profile, CellMeanings meanings, CalendarRows rows) {
        this.profile = profile;
        this.rows = rows;
        this.meanings = meanings;
    }

    /// How far the clock times of the rows mapped so far lie from the catalogue's.
    HourOffsets hourOffsets() {
        return hours.offsets();
    }

    /// The date and time of a row; null, and the row set aside, where they cannot be read.
    CalendarInstants.@Nullable Stated stated(Cells cells) {
        InstantCells instant = new InstantCells(
                cells.textOrEmpty(Meaning.INSTANT), cells.text(Meaning.CLOCK), year(cells), cells.text(Meaning.ZONE));
        if (!instant.equals(lastInstant)) {
            lastInstant = instant;
            lastStated = instant.read(profile.instants());
        }
        if (lastStated.isEmpty()) {
            fault(
                    cells,
                    RowFault.Reason.UNREADABLE_INSTANT,
                    "instant \"" + instant.text() + (instant.zone() == null ? "" : "\" in zone \"" + instant.zone())
                            + "\" does not fit the profile's pattern");
        }
        return lastStated.orElse(null);
    }

    /// What a row says of its instant; releases of one minute follow each other.
    private record InstantCells(
            String text,
            @Nullable String clock,
            @Nullable String year,
            @Nullable String zone) {

        Optional<CalendarInstants.Stated> read(CalendarInstants instants) {
            return instants.read(text, clock, year, zone);
        }
    }

    private @Nullable String year(Cells cells) {
        return switch (profile.instants().year()) {
            case PATTERN -> null;
            case COLUMN -> cells.text(Meaning.YEAR);
            case FILE_NAME -> {
                Matcher year = YEAR.matcher(cells.file());
                yield year.find() ? year.group() : null;
            }
        };
    }

    void map(Cells cells, CalendarInstants.Stated stated, boolean spilled) {
        String area = cells.textOrEmpty(Meaning.AREA);
        CalendarProfile.Meant meant = meanings.heading(
                area, profile.titleFrom() == TitleFrom.FILE_NAME ? cells.file() : cells.textOrEmpty(Meaning.TITLE));
        Optional<Title> mapped = meant.on(stated.date());
        Numbers numbers = numbers(cells, mapped.map(Title::unit).orElse(NumberUnit.UNITS));
        Optional<Indicator> indicator = indicator(cells, mapped);
        if (meant.ignored() || (indicator.isEmpty() && numbers.none())) {
            rows.ignored();
        } else if (indicator.isEmpty()) {
            rows.unmapped((area + " " + meant.title() + cells.textOrEmpty(Meaning.INDICATOR)).strip());
        } else {
            map(cells, stated, spilled, indicator.get(), numbers);
        }
    }

    private Optional<Indicator> indicator(Cells cells, Optional<Title> mapped) {
        String id = cells.text(Meaning.INDICATOR);
        return id == null ? mapped.map(Title::indicator) : profile.catalogueIndicator(id);
    }

    private void map(
            Cells cells, CalendarInstants.Stated stated, boolean spilled, Indicator indicator, Numbers numbers) {
        LocalDate period;
        try {
            period = period(cells);
        } catch (DateTimeException unreadable) {
            fault(
                    cells,
                    RowFault.Reason.UNREADABLE_PERIOD,
                    "period \"" + cells.textOrEmpty(Meaning.PERIOD) + "\" is not a date like 2021-08-01");
            return;
        }
        if (numbers.actual() == null && !profile.values().isMissing(cells.textOrEmpty(Meaning.ACTUAL))) {
            fault(
                    cells,
                    RowFault.Reason.UNREADABLE_ACTUAL,
                    "actual \"" + cells.textOrEmpty(Meaning.ACTUAL) + "\" is not a number");
        } else if (numbers.forecast() == null && !profile.values().isMissing(cells.textOrEmpty(Meaning.FORECAST))) {
            fault(
                    cells,
                    RowFault.Reason.UNREADABLE_FORECAST,
                    "forecast \"" + cells.textOrEmpty(Meaning.FORECAST) + "\" is not a number");
        } else {
            rows.mapped(row(cells, stated, spilled, indicator, numbers, period));
        }
    }

    private static @Nullable LocalDate period(Cells cells) {
        String text = cells.textOrEmpty(Meaning.PERIOD);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private CalendarRow row(
            Cells cells,
            CalendarInstants.Stated stated,
            boolean spilled,
            Indicator indicator,
            Numbers numbers,
            @Nullable LocalDate period) {
        Instant own = stated.instant().orElse(null);
        if (own != null) {
            hours.count(indicator, own);
        }
        LocalDate ruled = ruledDate(stated, own, indicator);
        return new CalendarRow(
                cells.file(),
                cells.line(),
                indicator,
                own == null || ruled != null ? indicator.knownAt(ruled == null ? stated.date() : ruled) : own,
                ruled,
                stated.clock() == null,
                period,
                numbers.actual(),
                numbers.forecast(),
                numbers.previous(),
                cells.text(Meaning.EVENT),
                spilled);
    }

    /// The local date whose release time in the catalogue rules; null where the row's own clock does, as it must
    /// where the catalogue knows no hour.
    private @Nullable LocalDate ruledDate(CalendarInstants.Stated stated, @Nullable Instant own, Indicator indicator) {
        if (own == null) {
            return stated.date();
        }
        if (!profile.catalogueTime()) {
            return null;
        }
        LocalDate date = own.atZone(indicator.release().getFirst().zone()).toLocalDate();
        return indicator.releaseTime(date).map(ReleaseTime::time).isPresent() ? date : null;
    }

    private void fault(Cells cells, RowFault.Reason reason, String message) {
        rows.faulty(new RowFault(cells.file(), cells.line(), reason, message, cells.raw()));
    }

    private Numbers numbers(Cells cells, NumberUnit unit) {
        return new Numbers(
                meanings.number(cells.textOrEmpty(Meaning.ACTUAL), unit),
                meanings.number(cells.textOrEmpty(Meaning.FORECAST), unit),
                meanings.number(cells.textOrEmpty(Meaning.PREVIOUS), unit));
    }

    /// The numbers of a row; an unreadable previous is lost alone, never the row's actual.
    private record Numbers(
            @Nullable BigDecimal actual,
            @Nullable BigDecimal forecast,
            @Nullable BigDecimal previous) {

        boolean none() {
            return actual == null && forecast == null && previous == null;
        }
    }
}
