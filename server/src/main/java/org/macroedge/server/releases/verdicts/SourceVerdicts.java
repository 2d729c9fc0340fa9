package org.macroedge.server.releases.verdicts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.StatedVerdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/// States that a source took figures back, and that it gives them again. Each statement is a batch like that of
/// a person, whose author is the source. What a person stated about a release stands.
public final class SourceVerdicts {

    private static final String HAS_STATED = "SELECT EXISTS (SELECT FROM verdict WHERE author = ?)";

    private final JdbcClient jdbc;
    private final Verdicts verdicts;
    private final ReleaseReader releases;

    SourceVerdicts(JdbcClient jdbc, Verdicts verdicts, ReleaseReader releases) {
        this.jdbc = jdbc;
        this.verdicts = verdicts;
        this.releases = releases;
    }

    /// States what follows from an answer of a source, where that was not stated yet.
    ///
    /// @param seenAt when the answer was there
    /// @return how many statements were made
    public int state(String source, PeriodFigures figures, Instant seenAt) {
        boolean canReturn = !figures.given().isEmpty()
                && jdbc.sql(HAS_STATED).param(source).query(Boolean.class).single();
        if (figures.gone().isEmpty() && !canReturn) {
            return 0;
        }
        Map<String, KnownReleases> known = new HashMap<>();
        int statements = 0;
        for (PeriodFigures.Period period : figures.gone()) {
            statements += withdraw(known(known, period), source, period, seenAt);
        }
        for (PeriodFigures.Period period : canReturn ? figures.given() : List.<PeriodFigures.Period>of()) {
            statements += reopen(known(known, period), source, period, seenAt);
        }
        return statements;
    }

    private KnownReleases known(Map<String, KnownReleases> known, PeriodFigures.Period period) {
        return known.computeIfAbsent(period.indicator(), indicator -> releases.asKnown(null, indicator));
    }

    private int withdraw(KnownReleases known, String source, PeriodFigures.Period period, Instant seenAt) {
        Optional<ObservedRelease> release = release(known, source, period)
                .filter(found -> known.verdict(found.releaseId()).isEmpty());
        return state(
                release,
                source,
                StatedVerdict.WITHDRAW,
                "its answer of " + seenAt + " has later periods, and none of " + period.first());
    }

    private int reopen(KnownReleases known, String source, PeriodFigures.Period period, Instant seenAt) {
        Optional<ObservedRelease> release = release(known, source, period)
                .filter(found -> known.verdict(found.releaseId()).isPresent());
        return state(
                release,
                source,
                StatedVerdict.REOPEN,
                "its answer of " + seenAt + " has the figure of " + period.first() + " again");
    }

    private int state(Optional<ObservedRelease> release, String source, StatedVerdict stated, String reason) {
        return release.flatMap(found -> verdicts.stateOf(source, found.releaseId(), stated, reason))
                        .isPresent()
                ? 1
                : 0;
    }

    /// The release of a period, where the figure of this source stands for it.
    private static Optional<ObservedRelease> release(KnownReleases known, String source, PeriodFigures.Period period) {
        return known.releases().stream()
                .filter(release ->
                        release.source().equals(source) && period.first().equals(release.declaredPeriod()))
                .findFirst();
    }
}
