package org.macroedge.server.prices.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.prices.profile.PriceProfile.Meaning;

/// The columns of one file that a profile reads.
///
/// @param names by meaning; one without a column is left out
record PriceColumns(Map<Meaning, String> names) {

    private static final int MOST_NAMES = 20;

    /// @param header the names of all columns of the file
    /// @throws MacroEdgeException with `file-fault` where date, close or instrument has no column, or one has
    /// several
    static PriceColumns of(PriceProfile profile, String file, List<String> header) {
        Map<Meaning, String> names = new EnumMap<>(Meaning.class);
        profile.columns()
                .forEach((meaning, candidates) -> candidates.stream()
                        .filter(header::contains)
                        .findFirst()
                        .ifPresent(name -> names.put(meaning, name)));
        profile.columns().forEach((meaning, candidates) -> {
            if (candidates.contains(PriceProfile.ANY)) {
                only(header, names).ifPresent(name -> names.putIfAbsent(meaning, name));
            }
        });
        check(profile, file, header, names);
        return new PriceColumns(Collections.unmodifiableMap(names));
    }

    private static Optional<String> only(List<String> header, Map<Meaning, String> names) {
        List<String> others = new ArrayList<>(header);
        others.removeAll(names.values());
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }

    private static void check(PriceProfile profile, String file, List<String> header, Map<Meaning, String> names) {
        for (Meaning needed : List.of(Meaning.DATE, Meaning.CLOSE, Meaning.INSTRUMENT)) {
            if (profile.columns().containsKey(needed) && !names.containsKey(needed)) {
                throw PriceFileMessage.NO_COLUMN.exception(
                        file, needed.name().toLowerCase(Locale.ROOT), listed(header));
            }
        }
        for (String name : names.values()) {
            if (Collections.frequency(header, name) > 1) {
                throw PriceFileMessage.REPEATED_COLUMN.exception(file, name);
            }
        }
    }

    private static String listed(List<String> header) {
        String first = String.join(", ", header.subList(0, Math.min(header.size(), MOST_NAMES)));
        return header.size() <= MOST_NAMES ? first : first + " and " + (header.size() - MOST_NAMES) + " more";
    }

    /// The wanted columns, in the order of [#place].
    List<String> wanted() {
        return List.copyOf(names.values());
    }

    /// Where a meaning stands among the wanted columns; -1 where it has no column.
    int place(Meaning meaning) {
        return List.copyOf(names.keySet()).indexOf(meaning);
    }

    String name(Meaning meaning) {
        return names.getOrDefault(meaning, "");
    }
}
