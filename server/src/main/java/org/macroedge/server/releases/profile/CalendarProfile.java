package org.macroedge.server.releases.profile;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.ForecastKind;

/// How a calendar file is laid out: which column says what, in which zone, and which indicator a title means.
///
/// @param source whose figures these are; rows of one source are compared with each other
/// @param names of the columns where the file has no header line; empty where it has one
/// @param columns the file's names of the columns for each meaning; more than one are joined by a space
/// @param constants the text for a meaning that no column holds, the same in every row
/// @param titleFrom where the title of a row stands
/// @param titlePattern whose first group is the title, so that a month in brackets can be left out
/// @param catalogueTime whether the catalogue's release time decides, not the file's
/// @param spillDays a jump back by more days than this starts rows that belong to the next year; null for never
/// @param ignoredTitles titles whose rows carry no numbers, whatever stands in them
/// @param titles by area and title
/// @param indicators finds an indicator by id, for a layout that names indicators itself
public record CalendarProfile(
        String source,
        Charset encoding,
        char delimiter,
        List<String> names,
        Map<Meaning, List<String>> columns,
        Map<Meaning, String> constants,
        TitleFrom titleFrom,
        Pattern titlePattern,
        CalendarInstants instants,
        boolean catalogueTime,
        @Nullable Integer spillDays,
        CalendarValues values,
        Set<String> ignoredTitles,
        ForecastKind forecastKind,
        Map<String, List<Title>> titles,
        Function<String, Optional<Indicator>> indicators) {

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
        PREVIOUS,
        EVENT
    }

    /// Where the title of a row stands.
    public enum TitleFrom {
        COLUMN,
        FILE_NAME,
        CONSTANT
    }

    /// A title of a calendar and the indicator that it means between two local dates, both included.
    ///
    /// @param unit of numbers without a suffix
    public record Title(
            String area,
            String title,
            NumberUnit unit,
            Indicator indicator,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean holdsOn(LocalDate date) {
            return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
        }

        /// Whether two titles hold on one date.
        boolean overlaps(Title other) {
            return (to == null || other.from == null || !other.from.isAfter(to))
                    && (other.to == null || from == null || !from.isAfter(other.to));
        }

        String key() {
            return CalendarProfile.key(area, title);
        }
    }

    static Map<String, List<Title>> byKey(List<Title> titles) {
        return titles.stream().collect(Collectors.groupingBy(Title::key));
    }

    /// The cells of area and title.
    record Heading(String area, String title) {}

    /// What a heading means at any time.
    ///
    /// @param title without what the pattern leaves out; the whole text where the pattern does not fit
    /// @param ignored whether its rows carry no numbers
    /// @param titles of the profile, of which at most one holds on a date
    record HeadingMeaning(String title, boolean ignored, List<Title> titles) {

        /// What it means on a date; empty where it is not mapped then.
        Optional<Title> on(LocalDate date) {
            for (Title candidate : titles) {
                if (candidate.holdsOn(date)) {
                    return Optional.of(candidate);
                }
            }
            return Optional.empty();
        }
    }

    HeadingMeaning meaning(Heading heading) {
        Matcher matcher = titlePattern.matcher(heading.title());
        String title = matcher.matches() ? matcher.group(1) : heading.title();
        return new HeadingMeaning(
                title, ignoredTitles.contains(title), titles.getOrDefault(key(heading.area(), title), List.of()));
    }

    /// The indicator that a row names by its id.
    Optional<Indicator> catalogueIndicator(String id) {
        return indicators.apply(id);
    }

    private static String key(String area, String title) {
        return area + '|' + title;
    }
}
