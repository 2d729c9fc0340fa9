package org.macroedge.server.cli.tables;

import java.time.Duration;
import java.util.List;
import org.macroedge.server.calendar.CalendarAnswers;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.eventrisk.view.EventRisk;
import org.macroedge.server.eventrisk.view.NoTradeWindow;
import org.macroedge.server.eventrisk.view.NoTradeWindows;
import org.macroedge.server.eventrisk.view.RiskRelease;

/// Event risk for a reader: the releases that are near and the next one, or the windows without trades of a period.
public final class EventRiskTables {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long TWO_DAYS = 48 * HOUR;

    private EventRiskTables() {}

    /// Prints whether a release is near.
    public static void print(Page page, EventRisk answer) {
        Heading.print(page, answer.header());
        page.text(
                answer.instrument() + ": "
                        + (answer.atRisk()
                                ? Numbers.count(answer.releases().size(), "release") + " near"
                                : "no release near"),
                Style.STRONG);
        if (answer.atRisk()) {
            page.line();
            Table table = new Table(
                    "", List.of(Column.words("time"), Column.words("release"), Column.words(""), Column.words("when")));
            answer.releases().forEach(release -> table.row(cells(page, release), List.of()));
            table.print(page);
        }
        page.line();
        RiskRelease next = answer.next();
        page.text(
                next == null
                        ? "No further release that matters is known for the next seven days."
                        : "Next: " + Names.withRegion(next.region(), next.shortName()) + " at "
                                + page.times().full(next.releasedAt()) + ", " + when(next) + ".");
        if (answer.unscheduled() > 0) {
            page.text("Not certain. Indicators that matter and have no scheduled release: " + answer.unscheduled()
                    + ". Theirs are expected about their usual time, or not known.");
        }
        scope(
                page,
                answer.importance(),
                Heading.weights(answer.weightSet(), answer.weightsPrior()),
                answer.before(),
                answer.after());
    }

    private static List<Word> cells(Page page, RiskRelease release) {
        return List.of(
                Word.of(page.times().full(release.releasedAt())),
                Word.of(Names.withRegion(release.region(), release.shortName())),
                Word.of("*".repeat(release.importance())),
                Word.of(when(release)));
    }

    private static String when(RiskRelease release) {
        long seconds = Math.abs(release.secondsAway());
        String span = span(seconds);
        return switch (release.state()) {
            case "due" -> "due for " + span;
            case "expected" -> "expected in about " + span;
            default -> release.secondsAway() > 0 ? "in " + span : span + " ago";
        };
    }

    private static String span(long seconds) {
        if (seconds < MINUTE) {
            return Numbers.count(seconds, "second");
        }
        if (seconds < HOUR) {
            return Numbers.count(seconds / MINUTE, "minute");
        }
        return seconds < TWO_DAYS
                ? Numbers.count(seconds / HOUR, "hour")
                : Numbers.count(Duration.ofSeconds(seconds).toDays(), "day");
    }

    /// Prints the windows of a period.
    public static void print(Page page, NoTradeWindows answer) {
        Heading.print(page, answer.header());
        page.text(answer.instrument() + ": windows without trades");
        page.line();
        if (answer.items().isEmpty()) {
            page.text("No release that matters from " + page.times().full(answer.from()) + " to "
                    + page.times().full(answer.to()) + ".");
        } else {
            boolean hasServer = answer.items().getFirst().startsAtServer() != null;
            Table table = new Table(
                    "releases",
                    List.of(
                            Column.words(hasServer ? "from (server)" : "from"),
                            Column.words(hasServer ? "to (server)" : "to"),
                            Column.words("")));
            answer.items().forEach(window -> table.row(cells(page, window), List.of(releases(window))));
            table.print(page);
        }
        scope(
                page,
                answer.importance(),
                Heading.weights(answer.weightSet(), answer.weightsPrior()),
                answer.before(),
                answer.after());
    }

    private static List<Word> cells(Page page, NoTradeWindow window) {
        return List.of(
                Word.of(
                        window.startsAtServer() == null
                                ? page.times().full(window.startsAt())
                                : window.startsAtServer()),
                Word.of(window.endsAtServer() == null ? page.times().full(window.endsAt()) : window.endsAtServer()),
                Word.of("*".repeat(window.importance())));
    }

    private static Phrase releases(NoTradeWindow window) {
        return Phrase.of(String.join(", ", window.indicators()));
    }

    private static void scope(Page page, int importance, String weightSet, int before, int after) {
        page.line();
        page.text("Releases of importance " + importance
                + (importance == CalendarAnswers.MOST_IMPORTANT ? "" : " or more")
                + " that weight set " + weightSet + " weighs for the instrument, from "
                + Numbers.count(before, "minute")
                + " before to " + Numbers.count(after, "minute") + " after each.");
    }
}
