package org.macroedge.server.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.macroedge.server.platform.config.Rate;

/// What was taken from a limit, and when: the record from which the laws about spans of time are checked.
final class Taken {

    /// @param from the latest instant before it in nanoseconds
    /// @param until the earliest instant after it
    private record Entry(long from, long until, int tokens) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(long from, long until, int tokens) {
        entries.add(new Entry(from, until, tokens));
    }

    /// Asserts that in no span more was taken than a full bucket and what comes back in the span.
    ///
    /// @param longer by which each span counts as longer, in nanoseconds
    synchronized void assertWithin(Rate rate, long longer) {
        List<Entry> sorted =
                entries.stream().sorted(Comparator.comparingLong(Entry::until)).toList();
        double worst = 0;
        for (int first = 0; first < sorted.size(); first++) {
            long start = sorted.get(first).from();
            long tokens = 0;
            for (Entry entry : sorted.subList(first, sorted.size())) {
                tokens += entry.from() < start ? 0 : entry.tokens();
                double cameBack = (double) (entry.until() - start + longer) / rate.nanosPerToken();
                worst = Math.max(worst, tokens - cameBack);
            }
        }
        assertThat(worst).as("most tokens beyond those that came back").isLessThanOrEqualTo(rate.burst());
    }

    synchronized long tokens() {
        return entries.stream().mapToLong(Entry::tokens).sum();
    }
}
