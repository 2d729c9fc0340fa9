package org.macroedge.server.releases.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts findings by kind and detail, and keeps where the first of each stands.
public final class FindingCollector {

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::firstFile).thenComparing(Finding::firstLine);

    /// Details of one kind that are listed; a file of any size can have as many as rows.
    static final int MOST = 1_000;

    private static final String OTHERS = "others";

    private final Map<FindingKind, TreeMap<String, Finding>> findings = new EnumMap<>(FindingKind.class);
    private final Map<FindingKind, Finding> others = new EnumMap<>(FindingKind.class);

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

    /// Keeps the first details by the alphabet, whatever the order in which they come.
    public void add(Finding finding) {
        TreeMap<String, Finding> details = findings.computeIfAbsent(finding.kind(), kind -> new TreeMap<>());
        details.merge(finding.detail(), finding, FindingCollector::joined);
        if (details.size() > MOST) {
            Finding last = Objects.requireNonNull(details.pollLastEntry()).getValue();
            others.merge(last.kind(), last.detailed(OTHERS), FindingCollector::joined);
        }
    }

    private static Finding joined(Finding finding, Finding other) {
        return BY_PLACE.compare(finding, other) <= 0 ? finding.plus(other) : other.plus(finding);
    }

    /// Without any finding yet.
    public static FindingCollector empty() {
        return new FindingCollector();
    }

    /// By kind, then detail; those beyond the bound come last of their kind, as one.
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        findings.forEach((kind, details) -> {
            all.addAll(details.values());
            Finding rest = others.get(kind);
            if (rest != null) {
                all.add(rest);
            }
        });
        return List.copyOf(all);
    }
}
