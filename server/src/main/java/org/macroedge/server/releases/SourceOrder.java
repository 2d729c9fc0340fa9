package org.macroedge.server.releases;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.Source;

/// The order of sources, best first: by descending precedence, a source that the catalogue does not list
/// last, then by name.
public final class SourceOrder implements Comparator<String> {

    /// That of a source that the catalogue does not list.
    private static final int UNLISTED = 0;

    private final Map<String, Integer> precedence;

    public SourceOrder(Catalogue catalogue) {
        this.precedence = catalogue.sources().stream().collect(Collectors.toMap(Source::id, Source::precedence));
    }

    /// The precedence of a source, higher is better.
    public int precedence(String source) {
        return precedence.getOrDefault(source, UNLISTED);
    }

    /// Whether the first source decides where both report a release.
    public boolean isBetter(String source, String other) {
        return compare(source, other) < 0;
    }

    @Override
    public int compare(String source, String other) {
        int byPrecedence = Integer.compare(precedence(other), precedence(source));
        return byPrecedence == 0 ? source.compareTo(other) : byPrecedence;
    }
}
