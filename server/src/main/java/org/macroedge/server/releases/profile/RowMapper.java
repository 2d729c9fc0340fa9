package org.macroedge.server.releases.profile;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.ReleaseTime;
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;
import org.macroedge.server.releases.profile.CalendarProfile.Title;
import org.macroedge.server.releases.profile.CalendarProfile.TitleFrom;

/// Turns the cells of a row into its result.
final class RowMapper {

    private static final RowResult IGNORED = new RowResult.Ignored();
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])");

    private final CalendarProfile profile;
    private final RowConsumer rows;
    private final HourTally hours = new HourTally();
    private final CellMeanings meanings;
    private @Nullable InstantCells lastInstant;
    private Optional<CalendarInstants.Stated> lastStated = Optional.empty();

    RowMapper(CalendarProfile profile, CellMeanings meanings, RowConsumer rows) {
        this.profile = profile;
        this.rows = rows;
        this.meanings = meanings;
    }

    /// How far the clock times of the rows mapped so far differ from the catalogue's.
    HourOffsets hourOffsets() {
        return hours.offsets();
    }

    /// The date and time of a row; null where they cannot be read, which makes the row faulty.
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

    /// The cells of a row's instant. Consecutive rows often have the same one, which is read once.
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
        CalendarProfile.HeadingMeaning meaning = meanings.heading(
                area, profile.titleFrom() == TitleFrom.FILE_NAME ? cells.file() : cells.textOrEmpty(Meaning.TITLE));
        Optional<Title> mapped = meaning.on(stated.date());
        Numbers numbers = numbers(cells, mapped.map(Title::unit).orElse(NumberUnit.UNITS));
        Optional<Indicator> indicator = indicator(cells, mapped);
        if (meaning.ignored() || (indicator.isEmpty() && numbers.none())) {
            rows.accept(IGNORED);
        } else if (indicator.isEmpty()) {
            rows.accept(new RowResult.Unmapped(
                    (area + " " + meaning.title() + cells.textOrEmpty(Meaning.INDICATOR)).strip()));
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
            rows.accept(new RowResult.Mapped(release(cells, stated, spilled, indicator, numbers, period)));
        }
    }

    private static @Nullable LocalDate period(Cells cells) {
        String text = cells.textOrEmpty(Meaning.PERIOD);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private ReportedRelease release(
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
        return new ReportedRelease(
                cells.file(),
                cells.line(),
                cells.textOrEmpty(Meaning.AREA) + " " + cells.textOrEmpty(Meaning.TITLE),
                profile.source(),
                indicator,
                own == null || ruled != null ? indicator.knownAt(ruled == null ? stated.date() : ruled) : own,
                ruled,
                stated.clock() == null,
                period,
                numbers.actual(),
                numbers.previous(),
                forecasts(numbers.forecast()),
                null,
                cells.text(Meaning.EVENT),
                false,
                spilled,
                null);
    }

    /// A calendar file does not say when its forecasts were captured.
    private List<ReportedForecast> forecasts(@Nullable BigDecimal forecast) {
        return forecast == null ? List.of() : List.of(new ReportedForecast(profile.forecastKind(), forecast, null));
    }

    /// The local date whose release time in the catalogue decides; null where the row's own clock does, as it must
    /// where the catalogue has no time of day.
    private @Nullable LocalDate ruledDate(CalendarInstants.Stated stated, @Nullable Instant own, Indicator indicator) {
        if (own == null) {
            return stated.date();
        }
        if (!profile.catalogueTime()) {
            return null;
        }
        LocalDate date = indicator.localDate(own);
        return indicator.releaseTime(date).map(ReleaseTime::time).isPresent() ? date : null;
    }

    private void fault(Cells cells, RowFault.Reason reason, String message) {
        rows.accept(new RowResult.Faulty(new RowFault(cells.file(), cells.line(), reason, message, cells.raw())));
    }

    private Numbers numbers(Cells cells, NumberUnit unit) {
        return new Numbers(
                meanings.number(cells.textOrEmpty(Meaning.ACTUAL), unit),
                meanings.number(cells.textOrEmpty(Meaning.FORECAST), unit),
                meanings.number(cells.textOrEmpty(Meaning.PREVIOUS), unit));
    }

    /// The numbers of a row. An unreadable previous value is dropped alone, never with the row's actual.
    private record Numbers(
            @Nullable BigDecimal actual,
            @Nullable BigDecimal forecast,
            @Nullable BigDecimal previous) {

        boolean none() {
            return actual == null && forecast == null && previous == null;
        }
    }
}
