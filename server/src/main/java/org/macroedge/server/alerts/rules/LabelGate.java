package org.macroedge.server.alerts.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;

/// Decides when another label is worth an alert. Labels themselves have no memory; this has.
///
/// A label takes the place of the one before if the score is beyond the border between them by so many points, and has
/// stayed there at every look for the dwell. So a score that stays within the points of a border never raises anything,
/// and two alerts are at least the dwell apart.
///
/// Where directions alone count, the labels are bullish and bearish, and a neutral score leaves the one before in
/// place. A rule that begins at a neutral label takes the first direction without telling.
///
/// @param directionsAlone whether the strength of a label and the neutral one do not count
/// @param points of the score, 0 or more
/// @param dwell zero or more
public record LabelGate(boolean directionsAlone, double points, Duration dwell) {

    /// What a look at a label gives.
    ///
    /// @param after how it stands from now on
    /// @param told whether an alert is due: from the label before to that of `after`
    public record Look(LabelStanding after, boolean told) {}

    /// The gate of a rule of labels.
    public static LabelGate of(AlertRule rule) {
        return new LabelGate(rule.kind() == AlertKind.FLIP, rule.level(), rule.dwell());
    }

    /// A score as it is seen.
    ///
    /// @param now when it is looked at
    /// @param asOf the instant of the answer
    /// @param recordedAt the record time of its facts
    /// @param score null where there is no label: whatever was about to take its place has not stayed
    public record Seen(
            Instant now,
            Instant asOf,
            Instant recordedAt,
            @Nullable Double score) {}

    /// The first look: nothing is told.
    public LabelStanding begin(Seen seen, double score) {
        return standing(plain(Label.ofScore(score)), score, seen.now(), seen);
    }

    /// Another look. One that is not later than the last one changes nothing.
    public Look look(LabelStanding before, Seen seen) {
        if (seen.now().isBefore(before.seenAt())) {
            return new Look(before, false);
        }
        Double score = seen.score();
        if (score == null) {
            return new Look(waiting(before, null, null, seen.now()), false);
        }
        Label reached = reached(before.label(), score);
        if (reached == before.label()) {
            return new Look(stays(before, seen, score), false);
        }
        Label stayed = stayed(before, reached);
        Instant since = stayed == null ? seen.now() : Objects.requireNonNull(before.candidateSince());
        Label next = stayed == null ? reached : stayed;
        if (Duration.between(since, seen.now()).compareTo(dwell) < 0) {
            return new Look(waiting(before, next, since, seen.now()), false);
        }
        boolean told = !directionsAlone || before.label() != Label.NEUTRAL;
        return new Look(standing(next, score, seen.now(), seen), told);
    }

    /// The label that the score has left the one before for throughout: of the candidate and the one reached, the
    /// nearer to the label before; null where they are on two sides of it, or there was no candidate.
    private static @Nullable Label stayed(LabelStanding before, Label reached) {
        Label candidate = before.candidate();
        if (candidate == null) {
            return null;
        }
        int way = Integer.signum(reached.compareTo(before.label()));
        if (way != Integer.signum(candidate.compareTo(before.label()))) {
            return null;
        }
        return way * candidate.compareTo(reached) < 0 ? candidate : reached;
    }

    /// A score beyond the border, if not by the points, belongs to another label, and is not remembered with this one.
    private LabelStanding stays(LabelStanding before, Seen seen, double score) {
        return plain(Label.ofScore(score)) == before.label()
                ? standing(before.label(), score, before.since(), seen)
                : waiting(before, null, null, seen.now());
    }

    private static LabelStanding standing(Label label, double score, Instant since, Seen seen) {
        return new LabelStanding(label, score, since, null, null, seen.now(), seen.asOf(), seen.recordedAt());
    }

    private static LabelStanding waiting(
            LabelStanding before, @Nullable Label candidate, @Nullable Instant since, Instant now) {
        return new LabelStanding(
                before.label(),
                before.score(),
                before.since(),
                candidate,
                since,
                now,
                before.stoodAsOf(),
                before.stoodRecordedAt());
    }

    /// The label that a score has reached beyond doubt, seen from another one.
    private Label reached(Label from, double score) {
        if (directionsAlone) {
            boolean beyond = Math.abs(score) >= Label.DIRECTIONAL + points;
            return beyond ? plain(Label.ofScore(score)) : from;
        }
        Label least = Label.ofScore(score - points);
        Label most = Label.ofScore(score + points);
        if (least.compareTo(from) > 0) {
            return least;
        }
        return most.compareTo(from) < 0 ? most : from;
    }

    private Label plain(Label label) {
        return switch (label) {
            case STRONGLY_BEARISH -> directionsAlone ? Label.BEARISH : label;
            case STRONGLY_BULLISH -> directionsAlone ? Label.BULLISH : label;
            default -> label;
        };
    }
}
