package org.macroedge.server.alerts;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// What alerts are about, as it is known.
final class KnownFacts {

    private final LatestBias latest;
    private final ReleaseReader releases;
    private final Clock clock;
    private @Nullable BiasAnswers lastSeen;

    KnownFacts(LatestBias latest, ReleaseReader releases, Clock clock) {
        this.latest = latest;
        this.releases = releases;
        this.clock = clock;
    }

    /// The latest surprises.
    Surprises surprises() {
        return latest.at(null).surprises();
    }

    /// Every bias as an answer of now has it. The answers of the look before are kept until the next one: a label that
    /// turns mostly stood then, and the store need not be read again as it was known.
    synchronized BiasLook look(Instant now) {
        BiasAnswers before = lastSeen;
        BiasAnswers answers = latest.at(null);
        lastSeen = answers;
        AnswerInstant instant = answers.surprises().instant(null, clock);
        return new BiasLook(
                answers,
                instant,
                now,
                at -> before != null && BiasLook.recordedAt(before).equals(at) ? before : latest.at(at));
    }

    /// Whether a release was published as known at a record time.
    boolean knew(ReleaseId release, Instant recordedAt) {
        return releases.asKnown(recordedAt, release.indicator().value()).releases().stream()
                .anyMatch(known -> known.releaseId().equals(release));
    }
}
