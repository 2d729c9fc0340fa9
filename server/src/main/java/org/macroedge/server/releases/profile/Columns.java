package org.macroedge.server.releases.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;

/// Where each meaning stands in a row of one file.
record Columns(Map<Meaning, int[]> places, Map<Meaning, String> constants, int count, boolean headed) {

    /// Finds the profile's columns among those of a file.
    ///
    /// @param fault makes the fault for a column that the file lacks
    static Columns of(CalendarProfile profile, List<String> firstRow, Function<String, MacroEdgeException> fault) {
        boolean headed = profile.names().isEmpty();
        List<String> names = headed ? firstRow.stream().map(String::strip).toList() : profile.names();
        Map<Meaning, int[]> places = new EnumMap<>(Meaning.class);
        profile.columns().forEach((meaning, columns) -> {
            int[] found = columns.stream().mapToInt(names::indexOf).toArray();
            for (int i = 0; i < found.length; i++) {
                if (found[i] < 0) {
                    throw fault.apply("has no column \"" + columns.get(i) + "\"; it has " + String.join(", ", names));
                }
            }
            places.put(meaning, found);
        });
        return new Columns(places, profile.constants(), names.size(), headed);
    }
}
