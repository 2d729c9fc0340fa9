package org.macroedge.server.releases.calendar;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.calendar.CalendarProfile.Meaning;

/// Turns cells into a row under an indicator, or says why that cannot be.
final class RowMapper {

    private final CalendarProfile profile;
    private final CalendarRows rows;

    RowMapper(CalendarProfile profile, CalendarRows rows) {
        this.profile = profile;
        this.rows = rows;
    }

    /// The date and time of a row; null, and the row set aside, where they cannot be read.
    CalendarInstants.@Nullable Stated stated(Cells cells) {
        String text = cells.textOrEmpty(Meaning.INSTANT);
        Optional<CalendarInstants.Stated> stated = profile.instants().read(text, cells.text(Meaning.CLOCK));
        if (stated.isEmpty()) {
            fault(
                    cells,
                    RowFault.Reason.UNREADABLE_INSTANT,
                    "instant \"" + text + "\" does not fit the profile's pattern");
        }
        return stated.orElse(null);
    }

    void map(Cells cells, CalendarInstants.Stated stated, boolean spilled) {
        String area = cells.textOrEmpty(Meaning.AREA);
        String title = profile.title(cells.textOrEmpty(Meaning.TITLE));
        Numbers numbers = Numbers.of(profile.values(), cells);
        Optional<Indicator> indicator = indicator(cells, area, title, stated.date());
        if (profile.ignoredTitles().contains(title) || (indicator.isEmpty() && numbers.none())) {
            rows.ignored();
        } else if (indicator.isEmpty()) {
            rows.unmapped((area + " " + title + cells.textOrEmpty(Meaning.INDICATOR)).strip());
        } else {
            map(cells, stated, spilled, indicator.get(), numbers);
        }
    }

    private Optional<Indicator> indicator(Cells cells, String area, String title, LocalDate date) {
        String id = cells.text(Meaning.INDICATOR);
        return id == null ? profile.indicator(area, title, date) : profile.catalogueIndicator(id);
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
        LocalTime clock = stated.clock();
        Instant at = clock == null ? null : instant(stated, clock);
        LocalDate ruled = null;
        if (at == null) {
            ruled = stated.date();
        } else if (profile.catalogueTime()) {
            ruled = at.atZone(indicator.release().getFirst().zone()).toLocalDate();
        }
        return new CalendarRow(
                cells.file(),
                cells.line(),
                indicator,
                at == null || ruled != null ? indicator.knownAt(ruled == null ? stated.date() : ruled) : at,
                ruled,
                clock == null,
                period,
                numbers.actual(),
                numbers.forecast(),
                numbers.previous(),
                cells.text(Meaning.EVENT),
                spilled);
    }

    private Instant instant(CalendarInstants.Stated stated, LocalTime clock) {
        Instant own = stated.instant();
        Instant at = own != null
                ? own
                : stated.date().atTime(clock).atZone(profile.instants().zone()).toInstant();
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private void fault(Cells cells, RowFault.Reason reason, String message) {
        rows.faulty(new RowFault(cells.file(), cells.line(), reason, message, cells.raw()));
    }

    /// The numbers of a row; an unreadable previous is lost alone, never the row's actual.
    private record Numbers(
            @Nullable BigDecimal actual,
            @Nullable BigDecimal forecast,
            @Nullable BigDecimal previous) {

        static Numbers of(CalendarValues values, Cells cells) {
            return new Numbers(
                    values.number(cells.textOrEmpty(Meaning.ACTUAL)).orElse(null),
                    values.number(cells.textOrEmpty(Meaning.FORECAST)).orElse(null),
                    values.number(cells.textOrEmpty(Meaning.PREVIOUS)).orElse(null));
        }

        boolean none() {
            return actual == null && forecast == null && previous == null;
        }
    }
}
