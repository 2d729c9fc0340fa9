package org.macroedge.server.releases.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.releases.profile.table.TableLayout;
import org.macroedge.server.releases.profile.time.CalendarInstants;
import org.macroedge.server.releases.profile.time.CaptureTime;
import org.macroedge.server.releases.profile.time.PeriodTexts;
import org.macroedge.server.releases.profile.time.TimeRules;

/// How a calendar file is laid out: which column says what, in which zone, and which indicator a title means.
///
/// @param source whose figures these are; rows of one source are compared with each other
/// @param columns the file's names of the columns for each meaning; more than one are joined by a space
/// @param constants the text for a meaning that no column holds, the same in every row
/// @param titleFrom where the title of a row stands
/// @param titlePattern whose first group is the title, so that a month in brackets can be left out; its group
/// `period`, if it has one, is that month
/// @param periods how the period of a row is written
/// @param captured how the file says when it was captured; null where it does not
/// @param ignoredTitles titles whose rows carry no numbers, whatever stands in them
/// @param titles by area and title
/// @param indicators finds an indicator by id, for a layout that names indicators itself
public record CalendarProfile(
        String source,
        TableLayout layout,
        Map<Meaning, List<String>> columns,
        Map<Meaning, String> constants,
        TitleFrom titleFrom,
        Pattern titlePattern,
        PeriodTexts periods,
        CalendarInstants instants,
        TimeRules timeRules,
        @Nullable CaptureTime captured,
        CalendarValues values,
        Set<String> ignoredTitles,
        ForecastKind forecastKind,
        Map<String, List<Title>> titles,
        Function<String, Optional<Indicator>> indicators) {

    private static final String PERIOD_GROUP = "period";

    /// What a column can say.
    public enum Meaning {
        AREA,
        TITLE,
        INDICATOR,
        INSTANT,
        CLOCK,
        YEAR,
        ZONE,
        PERIOD,
        ACTUAL,
        FORECAST,
        FORECAST_LOW,
        FORECAST_HIGH,
        FORECAST_COUNT,
        PREVIOUS,
        EVENT,
        CAPTURED,
        MULTIPLIER
    }

    /// Where the title of a row stands.
    public enum TitleFrom {
        COLUMN,
        FILE_NAME,
        CONSTANT
    }

    static Map<String, List<Title>> byKey(List<Title> titles) {
        return titles.stream().collect(Collectors.groupingBy(Title::key));
    }

    /// The cells of area and title.
    record Heading(String area, String title) {}

    /// What a heading means at any time.
    ///
    /// @param title without what the pattern leaves out; the whole text where the pattern does not fit
    /// @param period that it names; empty where it names none
    /// @param ignored whether its rows carry no numbers
    /// @param titles of the profile, of which at most one holds for a row
    record HeadingMeaning(String title, String period, boolean ignored, List<Title> titles) {

        /// What it means on a date; null where it is not mapped then.
        ///
        /// @param cells gives the text of a column
        @Nullable
        Title on(LocalDate date, UnaryOperator<String> cells) {
            for (Title candidate : titles) {
                if (candidate.holdsOn(date) && candidate.fits(cells)) {
                    return candidate;
                }
            }
            return null;
        }
    }

    /// The indicators that its titles are mapped to.
    public Set<IndicatorId> mapped() {
        return titles.values().stream()
                .flatMap(List::stream)
                .map(title -> title.indicator().id())
                .collect(Collectors.toSet());
    }

    HeadingMeaning meaning(Heading heading) {
        Matcher matcher = titlePattern.matcher(new LimitedText(heading.title()));
        boolean fits = matcher.matches();
        String title = fits ? matcher.group(1) : heading.title();
        String period = fits && matcher.namedGroups().containsKey(PERIOD_GROUP) ? matcher.group(PERIOD_GROUP) : null;
        return new HeadingMeaning(
                title,
                period == null ? "" : period,
                ignoredTitles.contains(title),
                titles.getOrDefault(Title.key(heading.area(), title), List.of()));
    }

    /// The indicator that a row names by its id.
    Optional<Indicator> catalogueIndicator(String id) {
        return indicators.apply(id);
    }
}
