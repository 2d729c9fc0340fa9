package org.macroedge.server.alerts.channels;

import java.time.Duration;
import java.util.SplittableRandom;

/// The pauses between the attempts of a delivery: each twice the one before, from half a minute to an hour, up to a
/// fifth shorter or longer by chance, so that receivers that were away are not asked for everything at one instant.
public final class DeliveryPause {

    /// So long after it was raised is an alert tried.
    public static final Duration LONGEST = Duration.ofDays(1);

    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration MOST = Duration.ofHours(1);
    static final Duration FIRST_UNSURE = Duration.ofHours(1);
    static final Duration MOST_UNSURE = Duration.ofHours(12);
    static final double JITTER = 0.2;

    private DeliveryPause() {}

    /// @param attempts made so far, at least one
    public static Duration after(int attempts, SplittableRandom random) {
        return pause(FIRST, MOST, attempts, random);
    }

    /// The pause after an attempt that may have succeeded: each repeat can come twice, so that there are few in a day.
    ///
    /// @param attempts as above
    public static Duration afterUnsure(int attempts, SplittableRandom random) {
        return pause(FIRST_UNSURE, MOST_UNSURE, attempts, random);
    }

    private static Duration pause(Duration first, Duration most, int attempts, SplittableRandom random) {
        double doubled = first.toMillis() * Math.pow(2, attempts - 1.0);
        double pause = Math.min(doubled, most.toMillis());
        return Duration.ofMillis(Math.round(pause * random.nextDouble(1 - JITTER, 1 + JITTER)));
    }
}
