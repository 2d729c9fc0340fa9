package org.macroedge.server.assistants;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.assistants.view.BiasLines;
import org.macroedge.server.assistants.view.ShortCalendar;
import org.macroedge.server.assistants.view.ShortExplanation;
import org.macroedge.server.assistants.view.ShortIndex;
import org.macroedge.server.bias.view.BiasAnswer;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.calendar.CalendarAnswers;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.eventrisk.EventRiskQuestion;
import org.macroedge.server.eventrisk.view.EventRisk;
import org.macroedge.server.indices.view.IndexExplanation;
import org.macroedge.server.indices.view.IndexList;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.query.WeightedQuery;

/// The tools bias, explain, calendar, indices and event_risk. Each gives the numbers of the command and of the
/// operation of the API that it stands for, shortened to what an assistant can hold.
final class AssistantTools {

    private static final List<String> REGIONS =
            Stream.of(Region.values()).map(Region::code).toList();
    private static final int DAY = 1_440;

    private static final ToolArgument INSTRUMENT =
            ToolArgument.text("instrument", "For example EURUSD.", "EURUSD").requiredByCalls();
    private static final ToolArgument ANY_INSTRUMENT =
            ToolArgument.text("instrument", "For example EURUSD. Left out: all.", "EURUSD");
    private static final ToolArgument WEIGHTS =
            ToolArgument.text(WeightedQuery.WEIGHT_SET, "The weight set. Left out: default.", WeightedQuery.DEFAULT);
    private static final ToolArgument REASONS = ToolArgument.integer(
            "most", "How many reasons are listed, largest first; the others are summed.", 15, 1, 500);
    private static final ToolArgument INDEX =
            ToolArgument.text("index", "For example US or EUR-inflation. Left out: all.", "EUR-inflation");
    private static final ToolArgument FROM =
            ToolArgument.text("from", "Start, inclusive; a date means its start in UTC.", "2021-09-01");
    private static final ToolArgument TO =
            ToolArgument.text("to", "End, inclusive; a date means its end in UTC.", "2021-09-03");
    private static final ToolArgument REGION =
            ToolArgument.text("region", "Only this region, one of " + String.join(", ", REGIONS) + ".", "US");
    private static final ToolArgument ANY_IMPORTANCE = ToolArgument.integer(
            "importance", "Only releases of at least this importance.", 1, 1, CalendarAnswers.MOST_IMPORTANT);
    private static final ToolArgument RELEASES =
            ToolArgument.integer("most", "How many releases are listed, earliest first.", 100, 1, 500);
    private static final ToolArgument BEFORE = minutes("before");
    private static final ToolArgument AFTER = minutes("after");
    private static final ToolArgument MOST_IMPORTANCE = ToolArgument.integer(
            "importance",
            "Only releases of at least this importance.",
            Integer.parseInt(EventRiskQuestion.MOST_IMPORTANT),
            1,
            CalendarAnswers.MOST_IMPORTANT);

    private static final AssistantTool BIAS = new AssistantTool(
            "bias",
            "Directional bias",
            "The bias of one instrument with its largest reasons, or of all instruments without. score is in [-100,"
                + " 100]: positive is bullish for the instrument, for a currency pair for its first currency. label is"
                + " null where `reason` says why. z is the sum of the contributions in standard deviations. health is"
                + " the quality of the data, not the chance of being right.",
            List.of(ANY_INSTRUMENT, WEIGHTS),
            AssistantTools::bias);

    private static final AssistantTool EXPLAIN = new AssistantTool(
            "explain",
            "Why a bias is what it is",
            "The releases behind the bias of an instrument, largest first. contribution = weight · z · decay; all"
                + " contributions add up to the instrument's z. The z of a release is how far its actual was from its"
                + " forecast in standard deviations of past surprises; positive is stronger, hotter or tighter than"
                + " expected.",
            List.of(INSTRUMENT, WEIGHTS, REASONS),
            AssistantTools::explain);

    private static final AssistantTool CALENDAR = new AssistantTool(
            "calendar",
            "Releases of a period",
            "What was released (with actual, forecast, surprise and z), and what is to come, due, late, missing or"
                + " cancelled, as known at asOf. By default from seven days before asOf to seven days after. Figures"
                + " are in the unit of the release.",
            List.of(FROM, TO, REGION, ANY_IMPORTANCE, RELEASES),
            AssistantTools::calendar);

    private static final AssistantTool INDICES = new AssistantTool(
            "indices",
            "Surprise indices",
            "The surprise index of every area, or one with its largest reasons. z is in standard deviations; positive"
                    + " is stronger, hotter or tighter than expected.",
            List.of(INDEX, REASONS),
            AssistantTools::indices);

    private static final AssistantTool EVENT_RISK = new AssistantTool(
            "event_risk",
            "Whether a release is near",
            "Whether a release that matters for an instrument is within some minutes of asOf, which ones, and what"
                    + " comes next.",
            List.of(INSTRUMENT, BEFORE, AFTER, MOST_IMPORTANCE, WEIGHTS),
            AssistantTools::eventRisk);

    /// Every tool, in the order in which they are listed.
    static final List<AssistantTool> ALL = List.of(BIAS, EXPLAIN, CALENDAR, INDICES, EVENT_RISK);

    private AssistantTools() {}

    private static ToolArgument minutes(String name) {
        return ToolArgument.integer(
                name,
                "Minutes " + name + " a release that count as near.",
                Integer.parseInt(EventRiskQuestion.HALF_AN_HOUR),
                0,
                DAY);
    }

    private static AssistantQuery<?> bias(AssistantArguments given) {
        Query instants = given.query();
        String weights = given.weightSet(WEIGHTS);
        Map<String, @Nullable String> parameters = given.parameters();
        parameters.put(WEIGHTS.name(), weights);
        String instrument = given.text(ANY_INSTRUMENT);
        if (instrument == null) {
            return new AssistantQuery<>(
                    instants,
                    "bias/summary",
                    parameters,
                    BiasSummary.class,
                    store -> store.bias().at(instants.recordedAt()).summary(instants.asOf(), weights),
                    BiasLines::of);
        }
        String id = ResolvedId.instrument(instrument);
        return new AssistantQuery<>(
                instants,
                "bias/" + id,
                parameters,
                BiasAnswer.class,
                store -> store.bias().at(instants.recordedAt()).instrument(id, instants.asOf(), weights),
                answer -> answer);
    }

    private static AssistantQuery<?> explain(AssistantArguments given) {
        Query instants = given.query();
        String id = ResolvedId.instrument(given.required(INSTRUMENT));
        String weights = given.weightSet(WEIGHTS);
        int most = given.integer(REASONS);
        Map<String, @Nullable String> parameters = given.parameters();
        parameters.put(WEIGHTS.name(), weights);
        return new AssistantQuery<>(
                instants,
                "bias/" + id + "/explanation",
                parameters,
                BiasExplanation.class,
                store -> store.bias().at(instants.recordedAt()).explanation(id, instants.asOf(), weights),
                whole -> ShortExplanation.of(whole, most));
    }

    private static AssistantQuery<?> calendar(AssistantArguments given) {
        Query instants = given.query();
        Instant from = given.start(FROM);
        Instant to = given.end(TO);
        Region region = region(given.text(REGION));
        int importance = given.integer(ANY_IMPORTANCE);
        int most = given.integer(RELEASES);
        Map<String, @Nullable String> parameters = given.parameters();
        parameters.put(FROM.name(), AssistantArguments.iso(from));
        parameters.put(TO.name(), AssistantArguments.iso(to));
        parameters.put(REGION.name(), region == null ? null : region.code());
        parameters.put(ANY_IMPORTANCE.name(), String.valueOf(importance));
        return new AssistantQuery<>(
                instants,
                "calendar",
                parameters,
                CalendarAnswer.class,
                store -> store.calendar()
                        .at(instants.recordedAt())
                        .between(instants.asOf(), from, to, region, importance),
                whole -> ShortCalendar.of(whole, most));
    }

    private static @Nullable Region region(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String code = ResolvedId.region(text);
        if (!REGIONS.contains(code)) {
            throw InvalidValue.of(REGION.name(), text, REGIONS);
        }
        return Region.ofCode(code);
    }

    private static AssistantQuery<?> indices(AssistantArguments given) {
        Query instants = given.query();
        int most = given.integer(REASONS);
        String index = given.text(INDEX);
        if (index == null) {
            return new AssistantQuery<>(
                    instants,
                    "indices",
                    given.parameters(),
                    IndexList.class,
                    store -> store.indices().at(instants.recordedAt()).list(instants.asOf()),
                    answer -> answer);
        }
        String id = ResolvedId.index(index);
        return new AssistantQuery<>(
                instants,
                "indices/" + id,
                given.parameters(),
                IndexExplanation.class,
                store -> store.indices().at(instants.recordedAt()).explanation(id, instants.asOf()),
                whole -> ShortIndex.of(whole, most));
    }

    private static AssistantQuery<?> eventRisk(AssistantArguments given) {
        Query instants = given.query();
        String weights = given.weightSet(WEIGHTS);
        EventRiskQuestion question = new EventRiskQuestion(
                ResolvedId.instrument(given.required(INSTRUMENT)),
                given.integer(BEFORE),
                given.integer(AFTER),
                given.integer(MOST_IMPORTANCE));
        Map<String, @Nullable String> parameters = given.parameters();
        parameters.put(INSTRUMENT.name(), question.instrument());
        parameters.put(BEFORE.name(), String.valueOf(question.before()));
        parameters.put(AFTER.name(), String.valueOf(question.after()));
        parameters.put(MOST_IMPORTANCE.name(), String.valueOf(question.importance()));
        parameters.put(WEIGHTS.name(), weights);
        return new AssistantQuery<>(
                instants,
                "event-risk",
                parameters,
                EventRisk.class,
                store -> store.eventRisk().at(instants.recordedAt()).near(question, instants.asOf(), weights),
                answer -> answer);
    }
}
