package org.macroedge.server.surprises;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;

/// Whether an indicator in force has had no release for twice its period: it may have ended, or changed its title.
final class OverdueReleases {

    private static final int PERIODS = 2;
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private OverdueReleases() {}

    /// @param last its last release, null if it never had one: then it counts from the day on which it came into force
    static boolean overdue(Indicator indicator, @Nullable Instant last, Instant asOf) {
        long second = asOf.getEpochSecond();
        if (second < indicator.validFromSecond() || second >= indicator.validToSecond()) {
            return false;
        }
        if (last == null && indicator.validFrom() == null) {
            return true;
        }
        long since = last == null ? indicator.validFromSecond() : last.getEpochSecond();
        return second - since > PERIODS * indicator.periodDays(second) * SECONDS_A_DAY;
    }
}
