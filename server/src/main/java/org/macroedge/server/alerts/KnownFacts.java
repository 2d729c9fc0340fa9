package org.macroedge.server.alerts;

import java.time.Clock;
import java.time.Instant;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.surprises.Surprises;

/// What alerts are about, as it is known.
final class KnownFacts {

    private final LatestBias latest;
    private final ReleaseReader releases;
    private final Clock clock;

    KnownFacts(LatestBias latest, ReleaseReader releases, Clock clock) {
        this.latest = latest;
        this.releases = releases;
        this.clock = clock;
    }

    /// The latest surprises.
    Surprises surprises() {
        return latest.at(null).surprises();
    }

    /// Every bias as an answer of now has it.
    BiasLook look(Instant now) {
        BiasAnswers answers = latest.at(null);
        return new BiasLook(answers, answers.surprises().instant(null, clock), now, latest::at);
    }

    /// Whether a release was published as known at a record time.
    boolean knew(ReleaseId release, Instant recordedAt) {
        return releases.asKnown(recordedAt, release.indicator().value()).releases().stream()
                .anyMatch(known -> known.releaseId().equals(release));
    }
}
