package org.macroedge.server.bias;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.bias.view.ClosingScores;
import org.macroedge.server.bias.view.RecentCloses;
import org.macroedge.server.bias.view.ReleaseEffect;
import org.macroedge.server.bias.view.ScoreMove;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.HistoryInstants;

/// What the scores did lately, in one walk over the signals for all instruments.
final class RecentScores {

    private static final int CLOSES_DAYS = 90;
    private static final int EFFECT_HOURS = 24;

    /// A day of every calendar that is known has fewer; a store with more shows the last of them.
    private static final int MOST_EFFECTS = 100;

    private final List<Instant> instants;
    private final List<BiasPoints> points;

    /// @param instants ascending
    private RecentScores(BiasModel model, List<Instant> instants) {
        this.instants = instants;
        int[] instruments = IntStream.range(0, model.instruments().size()).toArray();
        this.points = model.points(
                instruments,
                instants.stream().mapToLong(Instant::getEpochSecond).toArray());
    }

    /// The scores at the closes of the last 90 days.
    ///
    /// @param known every release, ascending
    static RecentCloses closes(Instant asOf, BiasModel model, List<ObservedRelease> known) {
        List<Instant> closes =
                HistoryInstants.of(HistoryGrid.CLOSE, asOf.minus(CLOSES_DAYS, ChronoUnit.DAYS), asOf, known);
        RecentScores scores = new RecentScores(model, closes);
        return new RecentCloses(
                closes,
                scores.points.stream()
                        .map(biases -> scores.closing(biases, closes))
                        .toList());
    }

    /// What each release instant of the last 24 hours did, ascending.
    ///
    /// @param known every release, ascending
    static List<ReleaseEffect> effects(Instant asOf, BiasModel model, List<ObservedRelease> known) {
        List<Instant> releases = releases(asOf, known);
        List<Instant> instants = releases.stream()
                .flatMap(release -> Stream.of(before(release), release))
                .sorted()
                .distinct()
                .toList();
        RecentScores scores = new RecentScores(model, instants);
        return releases.stream().map(scores::effect).toList();
    }

    private static List<Instant> releases(Instant asOf, List<ObservedRelease> known) {
        Instant dayBefore = asOf.minus(EFFECT_HOURS, ChronoUnit.HOURS);
        // the change of 24 hours starts from a score that includes what was released at its start
        List<Instant> releases = HistoryInstants.of(HistoryGrid.RELEASE, dayBefore.plusSeconds(1), asOf, known);
        int first = Math.max(0, releases.size() - MOST_EFFECTS);
        return releases.subList(first, releases.size());
    }

    private static Instant before(Instant release) {
        return release.minusSeconds(1);
    }

    private ClosingScores closing(BiasPoints biases, List<Instant> closes) {
        List<@Nullable Double> scores = new ArrayList<>();
        closes.forEach(close -> scores.add(at(biases, close).score()));
        return new ClosingScores(biases.instrument().id().value(), scores);
    }

    private ReleaseEffect effect(Instant release) {
        return new ReleaseEffect(
                release, points.stream().map(biases -> move(biases, release)).toList());
    }

    private ScoreMove move(BiasPoints biases, Instant release) {
        InstrumentBias before = at(biases, before(release));
        InstrumentBias after = at(biases, release);
        return new ScoreMove(
                biases.instrument().id().value(),
                before.score(),
                code(before.label()),
                after.score(),
                code(after.label()));
    }

    private InstrumentBias at(BiasPoints biases, Instant instant) {
        return biases.at(Collections.binarySearch(instants, instant));
    }

    private static @Nullable String code(@Nullable Label label) {
        return label == null ? null : label.code();
    }
}
