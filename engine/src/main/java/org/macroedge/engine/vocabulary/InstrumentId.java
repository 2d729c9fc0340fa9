package org.macroedge.engine.vocabulary;

import java.util.regex.Pattern;

/// The id of a tradable instrument, for example `EURUSD`. Ordered by code unit; never reused.
public record InstrumentId(String value) implements Comparable<InstrumentId> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,8}");

    public InstrumentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "instrument id \"" + value + "\" does not have the form " + FORM.pattern() + ", as in EURUSD");
        }
    }

    @Override
    public int compareTo(InstrumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
