package org.macroedge.server.releases.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;
import org.macroedge.server.releases.profile.time.CalendarInstants;
import org.macroedge.server.releases.profile.time.CalendarInstants.YearFrom;
import org.macroedge.server.releases.profile.time.CaptureTime;
import org.macroedge.server.releases.profile.time.ClockZone;
import org.macroedge.server.releases.profile.time.InstantPattern;
import org.macroedge.server.releases.profile.time.PeriodTexts;
import org.macroedge.server.releases.profile.time.TimeRules;

/// Reads how a profile writes instants, and what they mean: `instant`, `dateOnly`, `dates`, `time`, `spill`,
/// `captured`, `period`.
final class ProfileInstants {

    private static final String IN_ROW = "in-row";
    private static final String FILE_NAME = "file-name";
    private static final String YEAR_LETTERS = "yu";
    private static final String ZONE_LETTERS = "VzOXxZ";
    private static final String HALF_DAY_CLOCKS = "hK";
    private static final String HALVES = "aB";
    private static final String CLOCK_LETTERS = "hKHk";

    private final YamlEntry root;
    private final Map<Meaning, List<String>> columns;
    private final Map<Meaning, String> constants;

    ProfileInstants(YamlEntry root, Map<Meaning, List<String>> columns, Map<Meaning, String> constants) {
        this.root = root;
        this.columns = columns;
        this.constants = constants;
    }

    PeriodTexts periods() {
        YamlEntry entry = root.fields().get("period");
        if (entry == null) {
            return PeriodTexts.DATES;
        }
        Locale locale = locale(entry);
        return new PeriodTexts(
                patterns(entry).stream()
                        .map(pattern -> pattern.as(
                                text -> PeriodTexts.pattern(text, locale), "a pattern with a month or a quarter"))
                        .toList(),
                Set.copyOf(ProfileReader.texts(entry.fields().get("missing"))));
    }

    private static Locale locale(YamlEntry entry) {
        return ProfileReader.orElse(
                entry.optional("locale", text -> Locale.forLanguageTag(text.text())), Locale.ENGLISH);
    }

    CalendarInstants instants() {
        YamlEntry entry = root.field("instant");
        Locale locale = locale(entry);
        YearFrom year = year(entry);
        List<InstantPattern> patterns = new ArrayList<>();
        for (YamlEntry pattern : patterns(entry)) {
            check(pattern, year);
            patterns.add(pattern.as(
                    text -> new InstantPattern(text, locale, year != YearFrom.PATTERN),
                    "a pattern of a date and time"));
        }
        return new CalendarInstants(
                List.copyOf(patterns),
                zone(entry),
                year,
                new HashSet<>(ProfileReader.texts(root.fields().get("dateOnly"))),
                isClockInside());
    }

    private boolean isClockInside() {
        List<String> clock = columns.getOrDefault(Meaning.CLOCK, List.of());
        return clock.size() == 1
                && columns.getOrDefault(Meaning.INSTANT, List.of()).contains(clock.getFirst());
    }

    /// What a pattern cannot say is refused here, before it reads one row wrongly.
    private static void check(YamlEntry pattern, YearFrom year) {
        String text = pattern.text();
        boolean dated = InstantPattern.hasLetters(text, YEAR_LETTERS);
        if (InstantPattern.hasLetters(text, "Y")) {
            throw pattern.failure(ProfileMessage.WEEK_YEAR);
        }
        if (dated != (year == YearFrom.PATTERN)) {
            throw pattern.failure(dated ? ProfileMessage.TWO_YEARS : ProfileMessage.NO_YEAR);
        }
        checkClock(pattern);
    }

    private static void checkClock(YamlEntry pattern) {
        String text = pattern.text();
        if (InstantPattern.hasLetters(text, HALF_DAY_CLOCKS) && !InstantPattern.hasLetters(text, HALVES)) {
            throw pattern.failure(ProfileMessage.NO_HALF_DAY);
        }
        if (InstantPattern.hasLetters(text, HALVES) && InstantPattern.hasLetters(text, "Hk")) {
            throw pattern.failure(ProfileMessage.WHOLE_DAY_WITH_HALF);
        }
        if (InstantPattern.hasLetters(text, "D") && InstantPattern.hasLetters(text, "ML")) {
            throw pattern.failure(ProfileMessage.DAY_OF_YEAR);
        }
    }

    private static List<YamlEntry> patterns(YamlEntry entry) {
        return entry.fields().containsKey("patterns")
                ? entry.field("patterns").entries()
                : List.of(entry.field("pattern"));
    }

    private YearFrom year(YamlEntry instant) {
        YamlEntry entry = instant.fields().get("yearFrom");
        if (entry == null) {
            return YearFrom.PATTERN;
        }
        if (entry.text().equals(FILE_NAME)) {
            return YearFrom.FILE_NAME;
        }
        if (!has(Meaning.YEAR)) {
            throw entry.failure(ProfileMessage.NO_YEAR_COLUMN);
        }
        return YearFrom.COLUMN;
    }

    private boolean has(Meaning meaning) {
        return columns.containsKey(meaning) || constants.containsKey(meaning);
    }

    private @Nullable ClockZone zone(YamlEntry instant) {
        YamlEntry entry = instant.fields().get("zone");
        if (entry == null) {
            return ClockZone.UTC;
        }
        if (!entry.text().equals(IN_ROW)) {
            return entry.as(ClockZone::parse, "a zone or offset, or in-row");
        }
        if (!has(Meaning.ZONE)
                && patterns(instant).stream()
                        .noneMatch(pattern -> InstantPattern.hasLetters(pattern.text(), ZONE_LETTERS))) {
            throw entry.failure(ProfileMessage.NO_ZONE);
        }
        return null;
    }

    TimeRules rules() {
        return new TimeRules(is("time", "catalogue"), is("dates", "as-written"), is("spill", "next-january"));
    }

    private boolean is(String field, String text) {
        YamlEntry entry = root.fields().get(field);
        return entry != null && entry.text().equals(text);
    }

    /// How the file says when it was captured; null where it does not.
    @Nullable
    CaptureTime captured() {
        YamlEntry entry = root.fields().get("captured");
        if (entry == null) {
            if (columns.containsKey(Meaning.CAPTURED)) {
                throw root.field("file")
                        .field("columns")
                        .field("captured")
                        .failure(ProfileMessage.CAPTURED_WITHOUT_PATTERN);
            }
            return null;
        }
        YamlEntry from = entry.field("from");
        boolean fromFileName = from.text().equals(FILE_NAME);
        if (!fromFileName && !has(Meaning.CAPTURED)) {
            throw from.failure(ProfileMessage.NO_CAPTURED_COLUMN);
        }
        if (fromFileName && has(Meaning.CAPTURED)) {
            throw from.failure(ProfileMessage.CAPTURED_TWICE);
        }
        YamlEntry pattern = entry.field("pattern");
        if (!InstantPattern.hasLetters(pattern.text(), YEAR_LETTERS)
                || !InstantPattern.hasLetters(pattern.text(), CLOCK_LETTERS)) {
            throw pattern.failure(ProfileMessage.CAPTURED_NOT_INSTANT);
        }
        checkClock(pattern);
        ClockZone zone = ProfileReader.orElse(
                entry.optional("zone", text -> text.as(ClockZone::parse, "a zone or offset")), ClockZone.UTC);
        return pattern.as(text -> CaptureTime.of(fromFileName, text, zone), "a pattern of a date and time");
    }
}
