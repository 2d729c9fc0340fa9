package org.macroedge.server.eventrisk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.server.calendar.CalendarAnswers;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.eventrisk.view.EventRisk;
import org.macroedge.server.eventrisk.view.NoTradeWindow;
import org.macroedge.server.eventrisk.view.NoTradeWindows;
import org.macroedge.server.eventrisk.view.RiskRelease;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// Whether releases that matter for an instrument are near. A release matters if the weight set weighs its indicator
/// for the instrument, so that those of both sides of a pair do.
public final class EventRiskAnswers {

    private static final Duration WEEK = Duration.ofDays(7);

    /// As far as schedules are looked for.
    private static final Duration AHEAD = Duration.ofDays(100);

    /// What has a figure, or is to have one at a known time.
    private static final Set<String> CERTAIN = codes(ReleaseState.RELEASED, ReleaseState.SCHEDULED, ReleaseState.DUE);

    private static final Set<String> COMING = codes(ReleaseState.SCHEDULED, ReleaseState.EXPECTED);

    private final Surprises surprises;
    private final Catalogue catalogue;
    private final CalendarAnswers calendar;
    private final Clock clock;

    EventRiskAnswers(Surprises surprises, CalendarAnswers calendar, Clock clock) {
        this.surprises = surprises;
        this.catalogue = surprises.catalogue();
        this.calendar = calendar;
        this.clock = clock;
    }

    private static Set<String> codes(ReleaseState... states) {
        return Set.of(states).stream().map(ReleaseState::code).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether such a release is near an instant, by the calendar as known then.
    ///
    /// @param asOf null for now
    /// @throws MacroEdgeException with `unknown-instrument` or `unknown-weight-set`, with `invalid-request` for
    /// another importance
    public EventRisk near(EventRiskQuestion question, @Nullable Instant asOf, String weightSet) {
        Weighed weighed = weighed(question, weightSet);
        AnswerInstant instant = instant(asOf);
        Instant now = instant.asOf();
        List<CalendarItem> items =
                weighed.of(calendar.between(now, now.minus(WEEK), now.plus(AHEAD), null, question.importance())
                        .items());
        List<RiskRelease> near = items.stream()
                .filter(item -> isNear(item, question, now))
                .map(item -> release(item, now))
                .toList();
        return new EventRisk(
                surprises.header(instant),
                weightSet,
                weighed.isPrior,
                weighed.instrument.id().value(),
                question.before(),
                question.after(),
                question.importance(),
                !near.isEmpty(),
                near,
                unscheduled(weighed, items, question, now),
                items.stream()
                        .filter(item -> !item.releasedAt().isAfter(now.plus(WEEK)))
                        .filter(item -> COMING.contains(item.state())
                                && item.releasedAt().isAfter(now))
                        .findFirst()
                        .map(item -> release(item, now))
                        .orElse(null));
    }

    private int unscheduled(Weighed weighed, List<CalendarItem> items, EventRiskQuestion question, Instant now) {
        Set<String> scheduled = items.stream()
                .filter(item -> item.state().equals(ReleaseState.SCHEDULED.code()))
                .map(CalendarItem::indicator)
                .collect(Collectors.toUnmodifiableSet());
        return (int) catalogue.indicators().stream()
                .filter(indicator -> indicator.importance() >= question.importance())
                .filter(indicator -> indicator.validFromSecond() <= now.getEpochSecond()
                        && now.getEpochSecond() < indicator.validToSecond())
                .map(indicator -> indicator.id().value())
                .filter(id -> weighed.indicators().contains(id) && !scheduled.contains(id))
                .count();
    }

    /// Where no instant was requested, this second and not the last full hour, because minutes count; that of the last
    /// news where the data are old.
    private AnswerInstant instant(@Nullable Instant asOf) {
        AnswerInstant instant = calendar.instant(asOf);
        return asOf != null || instant.stale()
                ? instant
                : new AnswerInstant(clock.instant().truncatedTo(ChronoUnit.SECONDS), false);
    }

    /// A release that was announced for a time that has passed may come at any moment.
    private static boolean isNear(CalendarItem item, EventRiskQuestion question, Instant now) {
        boolean isWithin = !now.isBefore(item.releasedAt().minus(Duration.ofMinutes(question.before())))
                && !now.isAfter(item.releasedAt().plus(Duration.ofMinutes(question.after())));
        boolean isAwaited = item.state().equals(ReleaseState.DUE.code()) && item.releaseId() != null;
        return isAwaited || isWithin && (CERTAIN.contains(item.state()) || COMING.contains(item.state()));
    }

    private static RiskRelease release(CalendarItem item, Instant now) {
        return new RiskRelease(
                item.releaseId(),
                item.indicator(),
                item.name(),
                item.shortName(),
                item.region(),
                item.importance(),
                item.state(),
                item.releasedAt(),
                Duration.between(now, item.releasedAt()).toSeconds());
    }

    /// The windows that reach into a period. One that was called off, or whose time only the catalogue's
    /// cadence gives, has none.
    ///
    /// @param asOf null for now
    /// @param from null for seven days before asOf
    /// @param to null for seven days after asOf
    /// @param serverTime null for none
    /// @throws MacroEdgeException as [#near], and with `invalid-instant` where the period ends before it starts
    public NoTradeWindows windows(
            EventRiskQuestion question,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable ServerTime serverTime,
            @Nullable Instant asOf,
            String weightSet) {
        Weighed weighed = weighed(question, weightSet);
        CalendarAnswer period = calendar.between(
                asOf,
                from == null ? null : from.minus(Duration.ofMinutes(question.after())),
                to == null ? null : to.plus(Duration.ofMinutes(question.before())),
                null,
                question.importance());
        Instant start = from == null ? period.from() : from;
        Instant end = to == null ? period.to() : to;
        Instants.checkPeriod(start, end);
        List<Window> windows = new ArrayList<>();
        weighed.of(period.items()).stream()
                .filter(item -> item.releaseId() != null && !item.state().equals(ReleaseState.CANCELLED.code()))
                .forEach(item -> Window.add(windows, item, question));
        return new NoTradeWindows(
                period.header(),
                weightSet,
                weighed.isPrior,
                weighed.instrument.id().value(),
                start,
                end,
                question.before(),
                question.after(),
                question.importance(),
                windows.stream()
                        .filter(window -> !window.endsAt.isBefore(start) && !window.startsAt.isAfter(end))
                        .map(window -> window.view(serverTime))
                        .toList());
    }

    private Weighed weighed(EventRiskQuestion question, String weightSet) {
        WeightSet weights = catalogue.demandedWeightSet(weightSet);
        Instrument instrument = catalogue.demandedInstrument(question.instrument());
        return new Weighed(
                instrument,
                weights.isPrior(),
                catalogue.indicators().stream()
                        .filter(indicator -> weights.weighs(instrument, indicator))
                        .map(indicator -> indicator.id().value())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// @param isPrior whether directions of the weight set depend on the regime of a region
    /// @param indicators whose releases matter
    private record Weighed(Instrument instrument, boolean isPrior, Set<String> indicators) {

        List<CalendarItem> of(List<CalendarItem> items) {
            return items.stream()
                    .filter(item -> indicators.contains(item.indicator()))
                    .toList();
        }
    }

    /// Releases whose times without trades overlap or touch.
    private record Window(Instant startsAt, Instant endsAt, int importance, List<String> indicators) {

        /// @param windows so far, of releases that were not later
        static void add(List<Window> windows, CalendarItem item, EventRiskQuestion question) {
            Instant start = item.releasedAt().minus(Duration.ofMinutes(question.before()));
            Instant end = item.releasedAt().plus(Duration.ofMinutes(question.after()));
            if (windows.isEmpty() || start.isAfter(windows.getLast().endsAt)) {
                windows.add(new Window(start, end, item.importance(), List.of(item.indicator())));
                return;
            }
            Window last = windows.removeLast();
            List<String> indicators = new ArrayList<>(last.indicators);
            if (!indicators.contains(item.indicator())) {
                indicators.add(item.indicator());
            }
            windows.add(new Window(last.startsAt, end, Math.max(last.importance, item.importance()), indicators));
        }

        NoTradeWindow view(@Nullable ServerTime serverTime) {
            return new NoTradeWindow(
                    startsAt,
                    endsAt,
                    serverTime == null ? null : serverTime.text(startsAt),
                    serverTime == null ? null : serverTime.text(endsAt),
                    importance,
                    indicators);
        }
    }
}
