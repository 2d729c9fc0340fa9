package org.macroedge.server.platform.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// A clock that starts at an instant of one's choice and runs faster than the machine's, so that a test sees a week in
/// minutes. All processes with the same setting have the same time, also one that starts later. Immutable.
public final class VirtualClock extends Clock implements ChosenTime {

    private static final int PARTS = 3;
    private static final int FASTEST = 100_000;

    private final Clock machine;
    private final Instant start;
    private final Instant since;
    private final int speed;

    private VirtualClock(Clock machine, Instant start, Instant since, int speed) {
        this.machine = machine;
        this.start = start;
        this.since = since;
        this.speed = speed;
    }

    /// Reads `START,SINCE,SPEED`: it is START when the machine's clock shows SINCE, and goes SPEED times as fast, from
    /// 1 to 100,000. Before SINCE, it is earlier than START.
    ///
    /// @return empty for any other text
    public static Optional<VirtualClock> of(Clock machine, String text) {
        String[] parts = text.split(",", -1);
        try {
            int speed = parts.length == PARTS ? Integer.parseInt(parts[2]) : 0;
            return speed < 1 || speed > FASTEST
                    ? Optional.empty()
                    : Optional.of(new VirtualClock(machine, Instant.parse(parts[0]), Instant.parse(parts[1]), speed));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /// Whether a text is one that [#of] reads.
    public static boolean isValid(String text) {
        return of(fixed(Instant.EPOCH, ZoneOffset.UTC), text).isPresent();
    }

    /// How many times as fast as the machine's a clock runs: 1 for every other one.
    public static int speed(Clock clock) {
        return clock instanceof VirtualClock fast ? fast.speed : 1;
    }

    /// How long a program must wait for a clock to advance by some time.
    public static Duration wait(Clock clock, Duration time) {
        return time.dividedBy(speed(clock));
    }

    @Override
    public Instant instant() {
        Duration passed = Duration.between(since, machine.instant());
        return start.plus(passed.isNegative() ? passed : passed.multipliedBy(speed));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /// Every program computes in UTC.
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a virtual clock is in UTC");
    }

    @Override
    public String toString() {
        return "from " + start + " since " + since + ", " + speed + " times as fast";
    }
}
