package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedRelease;

/// Orders the releases of one instant and period along their chain: a publisher that catches up on several periods
/// states in each release, as previous, the actual of the one before.
///
/// A release follows every other one whose actual is its previous. Where there is none, it follows those from which its
/// previous differs by at most a tenth of the distance between the two actuals: a revision on the way. Releases without
/// such a link keep their order. A cycle starts at its smallest actual.
final class ReleaseChain {

    /// Ten times a difference in previous must not exceed the distance between two actuals.
    private static final BigDecimal REVISION = BigDecimal.TEN;

    private final List<ObservedRelease> releases;
    private final boolean[] exact;
    private final int[] waiting;
    private final boolean[] placed;
    private final PriorityQueue<Integer> free = new PriorityQueue<>();
    private final List<Integer> order = new ArrayList<>();

    private ReleaseChain(List<ObservedRelease> releases) {
        this.releases = releases;
        this.exact = new boolean[releases.size()];
        this.waiting = new int[releases.size()];
        this.placed = new boolean[releases.size()];
    }

    /// The positions of some releases in the order of their chain.
    ///
    /// @param releases in the order of those that have no link
    static int[] order(List<ObservedRelease> releases) {
        ReleaseChain chain = new ReleaseChain(releases);
        chain.count();
        while (chain.order.size() < releases.size()) {
            Integer next = chain.free.poll();
            chain.place(next == null ? chain.cycleStart() : next);
        }
        return chain.order.stream().mapToInt(Integer::intValue).toArray();
    }

    private void count() {
        for (int release = 0; release < waiting.length; release++) {
            for (int other = 0; other < waiting.length; other++) {
                exact[release] |= other != release && states(release, other);
            }
        }
        for (int release = 0; release < waiting.length; release++) {
            for (int other = 0; other < waiting.length; other++) {
                waiting[release] += follows(release, other) ? 1 : 0;
            }
            if (waiting[release] == 0) {
                free.add(release);
            }
        }
    }

    private boolean states(int release, int other) {
        BigDecimal previous = releases.get(release).previous();
        return previous != null && previous.compareTo(releases.get(other).actual()) == 0;
    }

    private boolean follows(int release, int other) {
        if (release == other) {
            return false;
        }
        return exact[release] ? states(release, other) : statesRevised(release, other);
    }

    private boolean statesRevised(int release, int other) {
        @Nullable BigDecimal previous = releases.get(release).previous();
        if (previous == null) {
            return false;
        }
        BigDecimal actual = releases.get(other).actual();
        BigDecimal distance = actual.subtract(releases.get(release).actual()).abs();
        return previous.subtract(actual).abs().multiply(REVISION).compareTo(distance) <= 0;
    }

    private void place(int release) {
        placed[release] = true;
        order.add(release);
        for (int other = 0; other < waiting.length; other++) {
            if (!placed[other] && follows(other, release) && --waiting[other] == 0) {
                free.add(other);
            }
        }
    }

    /// Where every release that is left follows another one: goes back from the first of them until it comes round.
    private int cycleStart() {
        List<Integer> path = new ArrayList<>();
        int release = firstLeft();
        while (!path.contains(release)) {
            path.add(release);
            release = firstBefore(release);
        }
        return path.subList(path.indexOf(release), path.size()).stream()
                .min(Comparator.comparing((Integer index) -> releases.get(index).actual())
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private int firstLeft() {
        int release = 0;
        while (placed[release]) {
            release++;
        }
        return release;
    }

    private int firstBefore(int release) {
        int other = 0;
        while (placed[other] || !follows(release, other)) {
            other++;
        }
        return other;
    }
}
