package org.macroedge.server.releases.importing;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// A set of numbers of facts or statements, written as PostgreSQL writes a multirange.
public final class Numbers {

    private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");

    private final BitSet numbers = new BitSet();

    /// No numbers.
    public static Numbers none() {
        return new Numbers();
    }

    /// Adds a number.
    public void add(long number) {
        numbers.set(Math.toIntExact(number));
    }

    /// Adds the numbers from one up to, and without, another.
    void add(long from, long end) {
        numbers.set(Math.toIntExact(from), Math.toIntExact(end));
    }

    void add(Numbers others) {
        numbers.or(others.numbers);
    }

    /// The numbers of a text like `{[1,5),[9,10)}`.
    public static Numbers of(String multirange) {
        Numbers read = new Numbers();
        Matcher ranges = RANGE.matcher(multirange);
        while (ranges.find()) {
            read.add(Long.parseLong(ranges.group(1)), Long.parseLong(ranges.group(2)));
        }
        return read;
    }

    boolean contains(long number) {
        return numbers.get(Math.toIntExact(number));
    }

    void remove(Numbers others) {
        numbers.andNot(others.numbers);
    }

    /// How many there are.
    int size() {
        return numbers.cardinality();
    }

    /// The numbers, ascending.
    public LongStream stream() {
        return numbers.stream().asLongStream();
    }

    /// Whether there is none.
    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    /// As in `{[1,5),[9,10)}`.
    public String multirange() {
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
