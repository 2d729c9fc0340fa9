package org.macroedge.server.replay;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Which requests fail, at random by a seed: each request has a row of its own, so that threads change nothing.
///
/// A figure counts from its schedule only if it is fetched within a day of it (decision 0024). So no request fails more
/// than twice in a row, and none from an instant on that leaves a day until the end: then a source that rests, for six
/// hours at most, is asked again in time, and what the week had is there at its end.
public final class WorldFaults {

    private static final int MOST_IN_A_ROW = 2;
    private static final int PRIME = 31;

    private final double share;
    private final long seed;
    private final Instant until;
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<String, Integer> inARow = new HashMap<>();
    private final Map<WorldFault, Integer> counts = new EnumMap<>(WorldFault.class);

    private WorldFaults(double share, long seed, Instant until) {
        this.share = share;
        this.seed = seed;
        this.until = until;
    }

    public static WorldFaults none() {
        return new WorldFaults(0, 0, Instant.MIN);
    }

    /// @param share of the requests that fail, until an instant
    public static WorldFaults of(double share, long seed, Instant until) {
        return new WorldFaults(share, seed, until);
    }

    /// @param request what is asked, as text
    /// @return empty where the answer is the right one
    synchronized Optional<WorldFault> next(String request, Instant now) {
        int number = asked.merge(request, 1, Integer::sum);
        SplittableRandom random = new SplittableRandom((seed * PRIME + request.hashCode()) * PRIME + number);
        if (random.nextDouble() >= share || !now.isBefore(until) || inARow.getOrDefault(request, 0) == MOST_IN_A_ROW) {
            inARow.remove(request);
            return Optional.empty();
        }
        WorldFault fault = WorldFault.values()[random.nextInt(WorldFault.values().length)];
        inARow.merge(request, 1, Integer::sum);
        counts.merge(fault, 1, Integer::sum);
        return Optional.of(fault);
    }

    /// How often each kind came, for each that can.
    public synchronized Map<String, Integer> counts() {
        return Arrays.stream(WorldFault.values())
                .collect(Collectors.toMap(WorldFault::name, fault -> counts.getOrDefault(fault, 0)));
    }
}
