package org.macroedge.server.catalogue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.platform.error.Nearest;
import org.macroedge.server.platform.error.ShownText;

/// Finds the indicators that an unknown id may stand for, by the words of their ids, names and short names.
///
/// A word that starts the text and is a region's code keeps the suggestions in that region: CPI m/m of another country
/// is as near by its letters, but it is another figure. Only a region without a match gets those of others.
public final class NearestIndicators {

    private static final int SHOWN = 3;
    private static final String UNITED_KINGDOM = "UK";

    /// A shorter word starts too many others.
    private static final int SHORTEST_START = 3;

    /// CPI and PPI differ by a letter and mean different things: of a word this short, only a missing or swapped letter
    /// is a slip.
    private static final int LONGEST_SHORT = 3;

    /// How the change is measured, and not what changes.
    private static final Set<String> TRANSFORMS = Set.of("MOM", "QOQ", "YOY", "M/M", "Q/Q", "Y/Y");

    private static final int NOT_FOUND = 1000;

    private final List<Indicator> indicators;

    NearestIndicators(List<Indicator> indicators) {
        this.indicators = indicators;
    }

    /// The ids of at most three of some indicators, nearest first.
    ///
    /// @param text an id that none of them has
    public static List<String> to(String text, List<Indicator> indicators) {
        return new NearestIndicators(indicators).to(text);
    }

    /// The ids of at most three indicators: in the region of the text those with most of its words, in any region those
    /// with all of them; those with the fewest slips first, then those with the fewest words besides, then the more
    /// important.
    List<String> to(String text) {
        List<String> words = words(ShownText.shortened(text)).toList();
        Optional<String> region = words.stream().findFirst().flatMap(this::region);
        List<String> asked = region.isPresent() ? words.subList(1, words.size()) : words;
        List<Match> matches = indicators.stream()
                .map(indicator -> Match.of(indicator, asked))
                .filter(Match::isAny)
                .sorted(Match.ORDER)
                .toList();
        List<Match> own = matches.stream()
                .filter(match -> region.isPresent()
                        && region.get().equals(match.indicator().region().code()))
                .toList();
        List<Match> found = own.isEmpty()
                ? matches.stream().filter(match -> match.missing() == 0).toList()
                : own;
        return found.stream()
                .filter(match -> match.missing() == found.getFirst().missing())
                .limit(SHOWN)
                .map(match -> match.indicator().id().value())
                .toList();
    }

    private Optional<String> region(String word) {
        String code = word.equals(UNITED_KINGDOM) ? "GB" : word;
        return indicators.stream()
                .map(indicator -> indicator.region().code())
                .filter(code::equals)
                .findFirst();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s_-]+")).filter(word -> !word.isEmpty());
    }

    /// @param missing the words of the text that the indicator lacks
    /// @param slips the letters in which the others differ
    /// @param besides the words that only the indicator has
    /// @param isAny whether a word is found that says what is measured
    private record Match(Indicator indicator, int missing, int slips, int besides, boolean isAny) {

        static final Comparator<Match> ORDER = Comparator.comparingInt(Match::missing)
                .thenComparingInt(Match::slips)
                .thenComparingInt(Match::besides)
                .thenComparing(match -> -match.indicator().importance())
                .thenComparing(match -> match.indicator().id().value());

        static Match of(Indicator indicator, List<String> asked) {
            List<String> id = words(indicator.id().value()).toList();
            String joined = String.join("", asked);
            int apart = Math.min(
                    Nearest.distance(joined, String.join("", id)),
                    Nearest.distance(joined, String.join("", id.subList(1, id.size()))));
            if (asked.size() == 1 && joined.length() > LONGEST_SHORT && apart <= Nearest.slips(joined)) {
                return new Match(indicator, 0, apart, 0, true);
            }
            Set<String> own = Stream.of(indicator.id().value(), indicator.name(), indicator.shortName())
                    .flatMap(NearestIndicators::words)
                    .collect(Collectors.toSet());
            List<String> found =
                    asked.stream().filter(word -> slips(word, own) < NOT_FOUND).toList();
            return new Match(
                    indicator,
                    asked.size() - found.size(),
                    found.stream().mapToInt(word -> slips(word, own)).sum(),
                    besides(indicator, id, asked.size()),
                    found.stream().anyMatch(word -> !TRANSFORMS.contains(word)));
        }

        private static int besides(Indicator indicator, List<String> id, int asked) {
            return Stream.of(
                            (long) id.size() - 1,
                            words(indicator.name()).count(),
                            words(indicator.shortName()).count())
                    .mapToInt(words -> Math.abs(words.intValue() - asked))
                    .min()
                    .orElseThrow();
        }

        private static int slips(String word, Set<String> own) {
            return own.stream().mapToInt(known -> slips(word, known)).min().orElse(NOT_FOUND);
        }

        private static int slips(String word, String known) {
            if (word.length() >= SHORTEST_START && known.startsWith(word)) {
                return 0;
            }
            int distance = Nearest.distance(word, known);
            boolean allowed = word.length() > LONGEST_SHORT
                    ? distance <= Nearest.slips(word)
                    : distance == 0 || distance == 1 && (known.length() > word.length() || isSwapped(word, known));
            return allowed ? distance : NOT_FOUND;
        }

        private static boolean isSwapped(String word, String known) {
            return Arrays.equals(
                    word.chars().sorted().toArray(), known.chars().sorted().toArray());
        }
    }
}
