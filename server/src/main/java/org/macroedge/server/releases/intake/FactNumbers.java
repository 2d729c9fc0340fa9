package org.macroedge.server.releases.intake;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A set of fact numbers, written as PostgreSQL writes a multirange.
final class FactNumbers {

    private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");

    private final BitSet numbers = new BitSet();

    void add(long fact) {
        numbers.set(Math.toIntExact(fact));
    }

    /// Adds the numbers from one up to, and without, another.
    void add(long from, long end) {
        numbers.set(Math.toIntExact(from), Math.toIntExact(end));
    }

    void add(FactNumbers others) {
        numbers.or(others.numbers);
    }

    /// The numbers of a text like `{[1,5),[9,10)}`.
    static FactNumbers of(String multirange) {
        FactNumbers read = new FactNumbers();
        Matcher ranges = RANGE.matcher(multirange);
        while (ranges.find()) {
            read.add(Long.parseLong(ranges.group(1)), Long.parseLong(ranges.group(2)));
        }
        return read;
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /// As in `{[1,5),[9,10)}`.
    String multirange() {
        StringBuilder text = new StringBuilder("{");
        for (int from = numbers.nextSetBit(0); from >= 0; ) {
            int to = numbers.nextClearBit(from);
            text.append(text.length() > 1 ? "," : "")
                    .append('[')
                    .append(from)
                    .append(',')
                    .append(to)
                    .append(')');
            from = numbers.nextSetBit(to);
        }
        return text.append('}').toString();
    }
}
