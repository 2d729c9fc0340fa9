package org.macroedge.server.sources.fred;

import static org.macroedge.server.sources.series.JsonFields.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.RealTimeWindow;
import tools.jackson.databind.JsonNode;

/// The days on which FRED lists a release, past and to come.
///
/// Not each is the day of an announcement. Some are carried forward: FRED lists the decisions of the Federal Reserve on
/// every day of the year, because it repeats the rate in force on each. Others are of other tables of the same release,
/// as that of new seasonal factors is some days before January's consumer prices. The list does not tell them apart, so
/// a day counts only where its week, month or quarter has no other.
///
/// @param from the first day that was asked for
/// @param days ascending, each once
record ReleaseDates(LocalDate from, List<LocalDate> days) {

    /// The most that FRED gives in one answer.
    static final int MOST = 10_000;

    /// Reads an answer, which repeats the question.
    ///
    /// @throws SourceFault where it is not what FRED documents, is cut, or is of another release
    static ReleaseDates read(Payload payload, int release) {
        JsonNode answer = FredAnswer.tree(payload);
        JsonNode items = list(answer, "release_dates");
        LocalDate from = FredAnswer.date(answer, "realtime_start");
        FredAnswer.check(answer, "realtime_end", RealTimeWindow.FOR_EVER.toString());
        FredAnswer.check(answer, "sort_order", "asc");
        FredAnswer.check(answer, "offset", "0");
        FredAnswer.check(answer, "count", String.valueOf(items.size()));
        if (items.isEmpty()) {
            throw SourceFault.noRows();
        }
        List<LocalDate> days = new ArrayList<>();
        for (JsonNode item : items) {
            FredAnswer.check(item, "release_id", String.valueOf(release));
            LocalDate day = FredAnswer.date(item, "date");
            if (day.isBefore(days.isEmpty() ? from : days.getLast().plusDays(1))) {
                throw SourceFault.notUnderstood(day + " is out of order, or was not asked for");
            }
            days.add(day);
        }
        return new ReleaseDates(from, Collections.unmodifiableList(days));
    }

    /// The days that have a week, month or quarter of their own, by the first day of that. One that began before what
    /// was asked for may have had another.
    ///
    /// @return empty for irregular releases, whose days no rule tells apart
    Map<LocalDate, LocalDate> announcements(Frequency frequency) {
        if (frequency == Frequency.IRREGULAR) {
            return Map.of();
        }
        Map<LocalDate, List<LocalDate>> periods =
                days.stream().collect(Collectors.groupingBy(frequency::firstDay, TreeMap::new, Collectors.toList()));
        Map<LocalDate, LocalDate> announced = new TreeMap<>();
        periods.forEach((first, listed) -> {
            if (listed.size() == 1 && !first.isBefore(from)) {
                announced.put(first, listed.getFirst());
            }
        });
        return announced;
    }
}
