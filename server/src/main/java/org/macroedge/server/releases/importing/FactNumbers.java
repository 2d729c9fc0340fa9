package org.macroedge.server.releases.importing;

import java.util.BitSet;

/// A set of fact numbers, written as PostgreSQL writes a multirange.
final class FactNumbers {

    private final BitSet numbers = new BitSet();

    void add(long fact) {
        numbers.set(Math.toIntExact(fact));
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
