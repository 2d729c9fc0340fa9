package org.macroedge.server.releases.profile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.releases.profile.CalendarValues.RangeEnd;

/// Reads how a profile writes numbers: `values`.
final class ProfileValues {

    private static final int LARGEST_SCALE = 18;

    private ProfileValues() {}

    static CalendarValues read(@Nullable YamlEntry entry) {
        if (entry == null) {
            return new CalendarValues(
                    Set.of(),
                    Set.of(),
                    new NumberMarks('.', ','),
                    List.of(),
                    Map.of("%", 0),
                    List.of(),
                    false,
                    RangeEnd.REFUSE,
                    false,
                    CalendarValues.NO_PARTS,
                    Map.of(),
                    0);
        }
        Set<String> missing = new HashSet<>(ProfileReader.texts(entry.fields().get("missing")));
        return new CalendarValues(
                Set.copyOf(missing),
                numbers(missing),
                marks(entry),
                longestFirst(entry, "prefixes"),
                powers(entry.fields().get("suffixes")),
                longestFirst(entry, "flags"),
                is(entry, "parentheses", "negative"),
                ProfileReader.orElse(
                        entry.optional("ranges", end -> Coded.of(RangeEnd.class, end.text())), RangeEnd.REFUSE),
                is(entry, "bounds", "strip"),
                part(entry),
                powers(entry.fields().get("multipliers")),
                ProfileReader.orElse(entry.optional("scale", ProfileValues::scale), 0));
    }

    private static NumberMarks marks(YamlEntry entry) {
        char decimal = ProfileReader.orElse(entry.optional("decimal", ProfileValues::letter), '.');
        char grouping =
                ProfileReader.orElse(entry.optional("grouping", ProfileValues::letter), decimal == ',' ? '.' : ',');
        if (grouping == decimal) {
            throw entry.field("grouping").failure(ProfileMessage.GROUPING_IS_DECIMAL, grouping);
        }
        return new NumberMarks(decimal, grouping);
    }

    /// Powers of ten, by texts in upper case.
    private static Map<String, Integer> powers(@Nullable YamlEntry written) {
        Map<String, Integer> powers = new TreeMap<>();
        if (written != null) {
            written.fields().forEach((text, power) -> powers.put(text.toUpperCase(Locale.ROOT), power.integer()));
        }
        return Map.copyOf(powers);
    }

    /// The texts of a field, so that the longer of two that begin alike is found first.
    private static List<String> longestFirst(YamlEntry entry, String field) {
        List<String> texts = new ArrayList<>(ProfileReader.texts(entry.fields().get(field)));
        texts.removeIf(String::isEmpty);
        texts.sort(Comparator.comparingInt(String::length).reversed());
        return List.copyOf(texts);
    }

    private static Set<BigDecimal> numbers(Set<String> texts) {
        Set<BigDecimal> numbers = new HashSet<>();
        for (String text : texts) {
            try {
                numbers.add(new BigDecimal(text));
            } catch (NumberFormatException word) {
                continue;
            }
        }
        return Set.copyOf(numbers);
    }

    /// The power of ten of a factor such as 1000000.
    private static int scale(YamlEntry entry) {
        BigDecimal factor = entry.decimal().stripTrailingZeros();
        if (!factor.unscaledValue().equals(BigInteger.ONE) || Math.abs(factor.scale()) > LARGEST_SCALE) {
            throw entry.failure(ProfileMessage.NOT_POWER_OF_TEN, entry.text());
        }
        return -factor.scale();
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
