package org.macroedge.server.sources.fred;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A composed history of US employment, and what ALFRED would answer from it.
final class EmploymentHistory {

    private static final Pattern ASKED = Pattern.compile(
            "series_id=(\\w+)&.*observation_start=([-\\d]+)" + "&realtime_start=([-\\d]+)&realtime_end=([-\\d]+)&");
    private static final LocalDate FOR_EVER = LocalDate.parse("9999-12-31");

    private final List<Vintage> history = history();

    /// A figure of a month and the days on which it stood.
    private record Vintage(LocalDate month, LocalDate from, LocalDate to, int value) {}

    /// Employment of each month, first published on the fifth of the next one and revised a month later.
    private static List<Vintage> history() {
        SplittableRandom random = new SplittableRandom(20_110_301);
        List<Vintage> history = new ArrayList<>();
        int level = 130_000;
        for (LocalDate month = LocalDate.parse("2007-01-01"); month.getYear() < 2022; month = month.plusMonths(1)) {
            level += random.nextInt(-300, 400);
            LocalDate first = month.plusMonths(1).withDayOfMonth(5);
            LocalDate revised = first.plusMonths(1);
            history.add(new Vintage(month, first, revised.minusDays(1), level));
            history.add(new Vintage(month, revised, FOR_EVER, level + random.nextInt(-50, 50)));
        }
        return history;
    }

    /// The answer to a request.
    ///
    /// @param head of the request
    /// @param refused series whose answers cannot be read
    String answer(String head, Set<String> refused) {
        Matcher asked = ASKED.matcher(head);
        assertThat(asked.find()).as(head).isTrue();
        if (refused.contains(asked.group(1))) {
            return "{\"observations\":[{\"date\":\"soon\"}]}";
        }
        LocalDate observations = LocalDate.parse(asked.group(2));
        LocalDate start = LocalDate.parse(asked.group(3));
        LocalDate end = LocalDate.parse(asked.group(4));
        // of any other series, and of years without employment: one figure, which is the first print of nothing
        String other = observations + " " + start + " " + end + " 1";
        String[] rows = history.stream()
                .filter(vintage -> asked.group(1).equals("PAYEMS"))
                .filter(vintage -> !vintage.month().isBefore(observations))
                .filter(vintage -> !vintage.from().isAfter(end) && !vintage.to().isBefore(start))
                .map(vintage -> vintage.month() + " " + latest(vintage.from(), start) + " "
                        + earliest(vintage.to(), end) + " " + vintage.value())
                .toArray(String[]::new);
        return FredAnswers.of(observations, start, end, rows.length == 0 ? new String[] {other} : rows);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// What was printed on the days of a span: the change of employment as both months stood on the day, and the change
    /// of the month before as it stood then.
    Map<LocalDate, String> printed(int firstYear, int lastYear) {
        Map<LocalDate, String> printed = new TreeMap<>();
        history.stream()
                .filter(vintage ->
                        vintage.from().equals(vintage.month().plusMonths(1).withDayOfMonth(5)))
                .filter(first ->
                        first.from().getYear() >= firstYear && first.from().getYear() <= lastYear)
                .forEach(first -> printed.put(
                        first.from(),
                        first.month() + " " + change(first.month(), first.from()) + " "
                                + change(first.month().minusMonths(1), first.from())));
        return printed;
    }

    private int change(LocalDate month, LocalDate day) {
        return (level(month, day) - level(month.minusMonths(1), day)) * 1_000;
    }

    private int level(LocalDate month, LocalDate day) {
        return history.stream()
                .filter(vintage -> vintage.month().equals(month))
                .filter(vintage -> !vintage.from().isAfter(day) && !vintage.to().isBefore(day))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
