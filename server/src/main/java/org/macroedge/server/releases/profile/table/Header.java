package org.macroedge.server.releases.profile.table;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the wanted columns stand among those of a table.
///
/// @param indexes of the wanted columns, in their order; [#ABSENT] for an optional one that the table lacks
/// @param count of all columns
/// @param duplicates wanted names that stand more than once; the first counts
record Header(List<Integer> indexes, int count, List<String> duplicates) {

    static final int ABSENT = -1;

    private static final int MOST_NAMES = 50;
    private static final int LONGEST_NAME = 100;

    /// @param optional those of the wanted columns that the table may lack
    /// @throws TableFault where another wanted column is missing
    static Header of(List<String> names, List<String> wanted, Set<String> optional) throws TableFault {
        List<String> stripped = names.stream().map(String::strip).toList();
        for (String name : wanted) {
            if (!stripped.contains(name) && !optional.contains(name)) {
                throw new TableFault(1, TableMessage.NO_COLUMN, name, listed(stripped));
            }
        }
        return new Header(
                wanted.stream().map(stripped::indexOf).toList(),
                names.size(),
                wanted.stream()
                        .distinct()
                        .filter(name -> Collections.frequency(stripped, name) > 1)
                        .toList());
    }

    /// Names for a message, of which there may be thousands.
    static String listed(Collection<String> names) {
        String first = names.stream()
                .limit(MOST_NAMES)
                .map(name -> name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…")
                .collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }

    /// The places as an array, with [#ABSENT] for a column that the table lacks.
    int[] places() {
        return indexes.stream().mapToInt(Integer::intValue).toArray();
    }
}
