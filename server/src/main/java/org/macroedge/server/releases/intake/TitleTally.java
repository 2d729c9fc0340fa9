package org.macroedge.server.releases.intake;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Counts the rows of titles. It holds a bounded number of titles, whatever a file contains, and which ones does not
/// depend on the order of the rows: the first by the alphabet.
public final class TitleTally {

    static final int MOST = 10_000;
    static final int LONGEST = 1_000;
    private static final String OTHERS = "(all other titles)";

    private final TreeMap<String, Long> titles = new TreeMap<>();
    private long others;

    /// Counts a row. Titles with the same first [#LONGEST] letters count together.
    public void add(String title) {
        String shown = title.length() > LONGEST ? title.substring(0, LONGEST) + "…" : title;
        titles.merge(shown, 1L, Long::sum);
        if (titles.size() > MOST) {
            // it comes after as many others, so it never returns to stay
            others += Objects.requireNonNull(titles.pollLastEntry()).getValue();
        }
    }

    /// How often each title was counted; those beyond the bound together.
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>(titles);
        if (others > 0) {
            counts.put(OTHERS, others);
        }
        return counts;
    }
}
