package org.macroedge.server.releases.profile;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.YamlEntry;

/// Reads how a profile writes numbers: `values`.
final class ProfileValues {

    private ProfileValues() {}

    static CalendarValues read(@Nullable YamlEntry entry) {
        if (entry == null) {
            return new CalendarValues(Set.of(), '.', ',', Map.of("%", 0), false, CalendarValues.NO_PARTS);
        }
        Map<String, Integer> suffixes = new TreeMap<>();
        YamlEntry written = entry.fields().get("suffixes");
        if (written != null) {
            written.fields().forEach((suffix, power) -> suffixes.put(suffix.toUpperCase(Locale.ROOT), power.integer()));
        }
        char decimal = ProfileReader.orElse(entry.optional("decimal", ProfileValues::letter), '.');
        char grouping =
                ProfileReader.orElse(entry.optional("grouping", ProfileValues::letter), decimal == ',' ? '.' : ',');
        if (grouping == decimal) {
            throw entry.field("grouping").failure("\"" + grouping + "\" is the decimal mark too");
        }
        return new CalendarValues(
                Set.copyOf(ProfileReader.texts(entry.fields().get("missing"))),
                decimal,
                grouping,
                Map.copyOf(suffixes),
                is(entry, "bounds", "strip"),
                part(entry));
    }

    private static int part(YamlEntry entry) {
        if (is(entry, "compound", "first")) {
            return 0;
        }
        return is(entry, "compound", "second") ? 1 : CalendarValues.NO_PARTS;
    }

    private static boolean is(YamlEntry entry, String field, String code) {
        YamlEntry value = entry.fields().get(field);
        return value != null && value.text().equals(code);
    }

    static char letter(YamlEntry entry) {
        return entry.text().charAt(0);
    }
}
