package org.macroedge.server.releases.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts findings by kind and detail, and keeps where the first of each stands.
public final class FindingCollector {

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::firstFile).thenComparing(Finding::firstLine);

    private record Key(FindingKind kind, String detail) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::kind).thenComparing(Key::detail).compare(this, other);
        }
    }

    private final Map<Key, Finding> findings = new TreeMap<>();

    /// Counts a row.
    ///
    /// @param field of a profile or of the catalogue that settles it; null where none does
    public void add(FindingKind kind, String detail, ReportedRelease row, @Nullable String field) {
        add(new Finding(kind, detail, 1, row.file(), row.line(), field));
    }

    /// Counts what others found.
    public void addAll(Collection<Finding> others) {
        others.forEach(this::add);
    }

    private void add(Finding finding) {
        findings.merge(new Key(finding.kind(), finding.detail()), finding, FindingCollector::joined);
    }

    private static Finding joined(Finding finding, Finding other) {
        return BY_PLACE.compare(finding, other) <= 0 ? finding.plus(other) : other.plus(finding);
    }

    /// By kind, then detail.
    public List<Finding> findings() {
        return List.copyOf(findings.values());
    }
}
