package org.macroedge.server.cli.tables;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macroedge.server.bias.view.BiasDriver;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.bias.view.SideCoverage;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.cli.page.Word;

/// The words about one bias: its direction, its reasons, and how far to trust it.
final class Reasons {

    /// Below this agreement the reasons pull both ways.
    private static final double LOW_AGREEMENT = 0.25;

    private static final double SECONDS_A_DAY = 86_400;

    private Reasons() {}

    /// The label in words, or why there is none.
    static Word direction(BiasReading reading) {
        if (reading.label() != null) {
            return new Word(Marks.words(reading.label()), style(reading.label()));
        }
        return Word.of(Marks.words(String.valueOf(reading.reason())));
    }

    private static Style style(String label) {
        return label.endsWith("bullish") ? Style.UP : label.endsWith("bearish") ? Style.DOWN : Style.STRONG;
    }

    /// The label of a score before a change, in words; empty where there was no score or no label now.
    static String labelBefore(BiasItem item, LabelBounds bounds) {
        return codeBefore(item, bounds).map(Marks::words).orElse("");
    }

    private static Optional<String> codeBefore(BiasItem item, LabelBounds bounds) {
        BiasReading reading = item.reading();
        return reading.label() == null
                        || reading.score() == null
                        || item.change().day() == null
                ? Optional.empty()
                : Optional.of(bounds.of(reading.score() - item.change().day()));
    }

    /// The label as a mark and a word, as `▼▼ bearish`, or in two words why there is none.
    static Word marked(BiasReading reading) {
        String label = reading.label();
        if (label != null) {
            return new Word(mark(label) + " " + label.substring(label.lastIndexOf('-') + 1), style(label));
        }
        return switch (String.valueOf(reading.reason())) {
            case "thin-coverage" -> Word.of("no label");
            case "no-live-signal" -> Word.of("no signal");
            default -> direction(reading);
        };
    }

    /// The mark of the label before a change; empty where it is the same.
    static Word markBefore(BiasItem item, LabelBounds bounds) {
        return codeBefore(item, bounds)
                .filter(before -> !before.equals(item.reading().label()))
                .map(before -> new Word(mark(before), style(before)))
                .orElse(Word.of(""));
    }

    private static String mark(String label) {
        String mark = label.endsWith("bullish") ? "▲" : label.endsWith("bearish") ? "▼" : "○";
        return label.startsWith("strongly") ? mark + mark : mark;
    }

    /// The largest reason in the direction of Z and the largest against it; up and down where Z has no direction.
    static List<Phrase> largest(BiasItem item, Instant asOf) {
        boolean isNeutral = "neutral".equals(item.reading().label());
        boolean isDown = item.reading().z() != null && item.reading().z() < 0;
        String first = !isNeutral ? "for" : isDown ? "down" : "up";
        String second = !isNeutral ? "against" : isDown ? "up" : "down";
        return Stream.concat(
                        item.reasonsFor().stream().limit(1).map(driver -> reason(first, driver, asOf)),
                        item.reasonsAgainst().stream().limit(1).map(driver -> reason(second, driver, asOf)))
                .toList();
    }

    private static Phrase reason(String side, BiasDriver driver, Instant asOf) {
        return Phrase.of(side).plus(reason(driver, asOf));
    }

    /// `US payrolls −0.41`.
    static Phrase name(BiasDriver driver) {
        return Phrase.of(Names.withRegion(driver.region(), driver.shortName()))
                .plus(Phrase.of(Numbers.decimals(driver.contribution()), Style.of(driver.contribution())));
    }

    /// `US payrolls −0.41 −2.8σ 4 h`.
    static Phrase reason(BiasDriver driver, Instant asOf) {
        return name(driver).plus(Phrase.of(Numbers.sigmas(driver.z()) + " " + Times.age(driver.releasedAt(), asOf)));
    }

    /// The age of a release that is so many days old.
    static String age(double days) {
        return Times.age(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofSeconds(Math.round(days * SECONDS_A_DAY))));
    }

    static boolean pullsBothWays(BiasReading reading) {
        return reading.agreement() != null && reading.agreement() < LOW_AGREEMENT;
    }

    /// Data health where it is below 100 %.
    static String health(BiasReading reading) {
        String percent = Numbers.percent(reading.health());
        return percent.equals("100%") || reading.z() == null ? "" : percent;
    }

    /// The coverage of a bias, of a pair that of both sides.
    static String coverage(BiasItem item) {
        return "coverage "
                + (item.sides().isEmpty() ? Numbers.percent(item.reading().coverage()) : sides(item.sides()));
    }

    /// Both sides of a pair, as in `USD 62%, CHF 20%`.
    static String sides(List<SideCoverage> sides) {
        return String.join(
                ", ",
                sides.stream()
                        .map(side -> side.currency() + " " + Numbers.percent(side.coverage()))
                        .toList());
    }
}
