package org.macroedge.server.releases.profile.table;

import java.util.Collections;
import java.util.List;

/// Where the wanted columns stand among those of a table.
///
/// @param indexes of the wanted columns, in their order
/// @param count of all columns
/// @param duplicates wanted names that stand more than once; the first counts
record Header(List<Integer> indexes, int count, List<String> duplicates) {

    /// @throws TableFault where a wanted column is missing
    static Header of(List<String> names, List<String> wanted) throws TableFault {
        List<String> stripped = names.stream().map(String::strip).toList();
        for (String name : wanted) {
            if (!stripped.contains(name)) {
                throw new TableFault(1, "has no column \"" + name + "\"; it has " + String.join(", ", stripped));
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

    /// The places as an array.
    int[] places() {
        return indexes.stream().mapToInt(Integer::intValue).toArray();
    }
}
