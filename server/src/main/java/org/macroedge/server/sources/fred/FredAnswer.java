package org.macroedge.server.sources.fred;

import static org.macroedge.server.sources.series.JsonFields.field;
import static org.macroedge.server.sources.series.JsonFields.list;
import static org.macroedge.server.sources.series.JsonFields.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.DatedFigure;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.RealTimeHistory;
import org.macroedge.server.sources.series.RealTimeWindow;
import tools.jackson.databind.JsonNode;

/// Reads the observations of one series. The answer does not name the series, but repeats the rest of the question,
/// which must be the one that was asked: a real-time period that was cut would make old figures look new.
final class FredAnswer {

    private static final String MISSING = ".";
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int DAYS_BEFORE_LAST_OF_WEEK = 6;

    private FredAnswer() {}

    /// @param frequency of the series, by which its dates are checked
    /// @param outputType 1 for every vintage, 4 for the first ones only
    static RealTimeHistory read(
            Payload payload, String key, Frequency frequency, RealTimeWindow window, int outputType) {
        JsonNode answer = tree(payload);
        checkEcho(answer, window);
        check(answer, "output_type", String.valueOf(outputType));
        List<DatedFigure> figures = new ArrayList<>();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode observation : list(answer, "observations")) {
            LocalDate date = date(observation, "date");
            days.add(date.getDayOfWeek());
            figures.add(new DatedFigure(
                    period(date, frequency),
                    value(text(observation, "value")),
                    date(observation, "realtime_start"),
                    date(observation, "realtime_end")));
            checkWindow(date, figures.getLast(), window);
        }
        if (frequency == Frequency.WEEKLY && days.size() > 1) {
            throw SourceFault.notUnderstood(key + " is not weekly: its dates are of several days of the week");
        }
        if (figures.stream().allMatch(figure -> figure.value() == null)) {
            throw SourceFault.noRows();
        }
        return RealTimeHistory.of(figures, window);
    }

    /// An answer as a tree, which is no refusal.
    static JsonNode tree(Payload payload) {
        JsonNode answer = JsonFields.read(payload.body());
        if (answer.has("error_code")) {
            throw SourceFault.refused(answer.path("error_message").asString(""));
        }
        return answer;
    }

    private static void checkEcho(JsonNode answer, RealTimeWindow window) {
        check(answer, "observation_start", window.observationsFrom().toString());
        check(answer, "realtime_start", window.knownFrom().toString());
        check(answer, "realtime_end", window.knownTo().toString());
        check(answer, "units", "lin");
        check(answer, "offset", "0");
        check(answer, "count", String.valueOf(list(answer, "observations").size()));
    }

    /// A field must say what was asked for.
    static void check(JsonNode answer, String name, String asked) {
        JsonNode value = field(answer, name);
        if (!value.isValueNode() || !value.asString("").equals(asked)) {
            throw SourceFault.notUnderstood("`" + name + "` is " + value + " and not " + asked);
        }
    }

    private static void checkWindow(LocalDate date, DatedFigure figure, RealTimeWindow window) {
        if (date.isBefore(window.observationsFrom())
                || figure.from().isBefore(window.knownFrom())
                || figure.to().isAfter(window.knownTo())) {
            throw SourceFault.notUnderstood("the figure of " + date + " from " + figure.from() + " was not asked for");
        }
        if (figure.from().isBefore(date)) {
            throw SourceFault.notUnderstood("it has " + date + " before its time, on " + figure.from());
        }
    }

    private static LocalDate period(LocalDate date, Frequency frequency) {
        boolean first = date.getDayOfMonth() == 1;
        boolean fits = switch (frequency) {
            case WEEKLY -> true;
            case MONTHLY -> first;
            case QUARTERLY -> first && date.getMonthValue() % MONTHS_OF_QUARTER == 1;
            case IRREGULAR -> false;
        };
        if (!fits) {
            throw SourceFault.notUnderstood(date + " is not a date of " + frequency.code() + " observations");
        }
        return frequency == Frequency.WEEKLY ? date.minusDays(DAYS_BEFORE_LAST_OF_WEEK) : date;
    }

    private static @Nullable BigDecimal value(String text) {
        return text.equals(MISSING) ? null : JsonFields.number(text);
    }

    static LocalDate date(JsonNode observation, String name) {
        String text = text(observation, name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw SourceFault.notUnderstood("`" + name + "` \"" + text + "\" is not a date");
        }
    }
}
