package org.macroedge.server.releases.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;

/// Which columns of a file a profile reads.
///
/// @param wanted their names
/// @param places where the columns of each meaning stand among them
/// @param byName where each stands
/// @param clockPlace where the column of the clock time stands if it is one of the instant's; else -1
record Columns(
        List<String> wanted,
        Map<Meaning, int[]> places,
        Map<String, Integer> byName,
        Map<Meaning, String> constants,
        int clockPlace) {

    static Columns of(CalendarProfile profile) {
        Set<String> names = new LinkedHashSet<>();
        profile.columns().values().forEach(names::addAll);
        profile.titles()
                .values()
                .forEach(titles ->
                        titles.forEach(title -> names.addAll(title.when().keySet())));
        List<String> wanted = new ArrayList<>(names);
        Map<String, Integer> byName = new HashMap<>();
        wanted.forEach(name -> byName.put(name, byName.size()));
        Map<Meaning, int[]> places = new EnumMap<>(Meaning.class);
        profile.columns()
                .forEach((meaning, columns) -> places.put(
                        meaning, columns.stream().mapToInt(byName::get).toArray()));
        return new Columns(
                List.copyOf(wanted),
                places,
                byName,
                profile.constants(),
                profile.instants().clockInside() ? clockPlace(places) : -1);
    }

    private static int clockPlace(Map<Meaning, int[]> places) {
        int[] clock = places.get(Meaning.CLOCK);
        return clock == null ? -1 : clock[0];
    }
}
