package org.macroedge.engine.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.ForecastLadder;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.ForecastClass;

/// A running hash over every input of the bias in the order in which it became known: h₀ = 32 zero bytes,
/// hₖ = SHA-256(hₖ₋₁ ‖ lineₖ). Lines of one instant are in the order of their text. No allocated id is in them, so
/// stores that know the same have the same hash.
///
/// One line per release and forecast class with a captured forecast. A release of which none was captured has one line:
/// with the rate in force or the forecast from own prints that it is measured against, else with an empty forecast,
/// because it too changes an answer (the old signal is marked superseded). Where a manual or naive forecast was
/// captured and a computed one stands before it, the line has the captured one; the computed one follows from earlier
/// lines. One line per captured schedule; a schedule without a capture instant never counts. The chain at an instant
/// does not depend on anything known later. Immutable and thread-safe.
public final class InputChain {

    private static final int HASH_BYTES = 32;

    private final Instant[] knownAt;
    private final byte[][] hashes;

    private InputChain(Instant[] knownAt, byte[][] hashes) {
        this.knownAt = knownAt;
        this.hashes = hashes;
    }

    /// @param surprises of all indicators, in any order
    /// @param schedules of all indicators, in any order
    public static InputChain of(Collection<StandardisedSurprise> surprises, Collection<ScheduledRelease> schedules) {
        Map<Instant, List<StandardisedSurprise>> released = new HashMap<>();
        surprises.forEach(surprise -> add(released, surprise.release().releasedAt(), surprise));
        Map<Instant, List<ScheduledRelease>> captured = new HashMap<>();
        for (ScheduledRelease schedule : schedules) {
            if (schedule.capturedAt() != null) {
                add(captured, schedule.capturedAt(), schedule);
            }
        }
        return hash(released, captured);
    }

    private static <T> void add(Map<Instant, List<T>> inputs, Instant knownAt, T input) {
        inputs.computeIfAbsent(knownAt, instant -> new ArrayList<>(1)).add(input);
    }

    private static void addLines(StandardisedSurprise surprise, List<String> lines) {
        ObservedRelease release = surprise.release();
        boolean any = false;
        for (ForecastClass forecastClass : ForecastClass.values()) {
            Optional<ObservedForecast> best = ForecastLadder.best(release, forecastClass);
            if (best.isPresent()) {
                lines.add(InputLine.of(release, best.get()));
                any = true;
            }
        }
        if (!any) {
            lines.add(InputLine.of(release, surprise.forecast()));
        }
    }

    /// Holds the texts of one instant at a time: those of all inputs would take more memory than the inputs.
    private static InputChain hash(
            Map<Instant, List<StandardisedSurprise>> released, Map<Instant, List<ScheduledRelease>> captured) {
        MessageDigest sha256 = sha256();
        SortedSet<Instant> instants = new TreeSet<>(released.keySet());
        instants.addAll(captured.keySet());
        Instant[] knownAt = instants.toArray(Instant[]::new);
        byte[][] hashes = new byte[knownAt.length][];
        byte[] last = new byte[HASH_BYTES];
        for (int index = 0; index < knownAt.length; index++) {
            Instant instant = knownAt[index];
            List<String> lines = new ArrayList<>();
            released.getOrDefault(instant, List.of()).forEach(surprise -> addLines(surprise, lines));
            captured.getOrDefault(instant, List.of()).forEach(schedule -> lines.add(InputLine.of(schedule, instant)));
            lines.sort(Comparator.naturalOrder());
            for (String line : lines) {
                sha256.update(last);
                last = sha256.digest(line.getBytes(StandardCharsets.UTF_8));
            }
            hashes[index] = last;
        }
        return new InputChain(knownAt, hashes);
    }

    /// The hash of everything known at an instant, that instant included, in lower-case hexadecimal.
    public String at(Instant asOf) {
        int low = 0;
        int high = knownAt.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (knownAt[middle].isAfter(asOf)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return HexFormat.of().formatHex(low == 0 ? new byte[HASH_BYTES] : hashes[low - 1]);
    }

    /// The instants at which an input became known, ascending, each once.
    public List<Instant> instants() {
        return List.of(knownAt);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
