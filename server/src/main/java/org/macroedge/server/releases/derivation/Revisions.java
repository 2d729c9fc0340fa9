package org.macroedge.server.releases.derivation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.server.releases.Print;

/// Counts revisions: a previous value other than the actual of the release before, where `previous` refers to
/// the prior period's figure.
public final class Revisions {

    private Revisions() {}

    /// How many of a source's rows show one.
    ///
    /// @param rows with an actual that the store did not have
    public static long count(Indicator indicator, String source, DerivedReleases releases, List<Statement> rows) {
        if (indicator.previousRefersTo() != PreviousRefersTo.PRIOR_PERIOD || rows.isEmpty()) {
            return 0;
        }
        NavigableMap<Instant, Print> prints = new TreeMap<>();
        releases.prints().stream()
                .filter(print -> print.source().equals(source))
                .forEach(print -> prints.put(print.knownAt(), print));
        Set<Long> numbers = rows.stream().map(Statement::number).collect(Collectors.toSet());
        return prints.values().stream()
                .filter(print -> numbers.contains(print.statements().getLast()))
                .filter(print -> isRevision(print, prints.lowerEntry(print.knownAt())))
                .count();
    }

    private static boolean isRevision(Print print, Map.Entry<Instant, Print> before) {
        return before != null
                && print.previous() != null
                && print.previous().compareTo(before.getValue().actual()) != 0;
    }
}
