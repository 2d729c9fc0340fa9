package org.macroedge.engine.vocabulary;

import java.util.Locale;
import java.util.regex.Pattern;

/// The id of an indicator: its region, then its name, for example `us-nonfarm-payrolls`. Ordered by code unit;
/// never reused.
public record IndicatorId(String value) implements Comparable<IndicatorId> {

    private static final Pattern FORM = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");

    public IndicatorId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("indicator id \"" + value + "\" does not have the form " + FORM.pattern()
                    + ", as in us-nonfarm-payrolls");
        }
    }

    /// The region that the id begins with.
    ///
    /// @throws IllegalArgumentException where there is none
    public Region region() {
        return Region.ofCode(value.substring(0, 2).toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
