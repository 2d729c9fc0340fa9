package org.macroedge.server.releases.profile.time;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.FindingKind;

/// Counts findings of a kind and detail, with the place of the first. It holds a bounded number of them,
/// whatever a file contains.
public final class FindingTally {

    private static final int MOST = 200;
    private static final String OTHERS = "others";

    private final Map<Key, Finding> first = new LinkedHashMap<>();

    private record Key(FindingKind kind, String detail) {}

    /// Notes a row.
    ///
    /// @param field that settles it; null where none does
    public void note(FindingKind kind, String detail, @Nullable String field, String file, long line) {
        add(new Finding(kind, detail, 1, file, line, field));
    }

    /// Adds the findings of a file that follows.
    public void add(FindingTally following) {
        following.first.values().forEach(this::add);
    }

    private void add(Finding finding) {
        Key key = new Key(finding.kind(), finding.detail());
        boolean full = first.size() >= MOST && !first.containsKey(key);
        Finding counted = full ? finding.detailed(OTHERS) : finding;
        first.merge(new Key(counted.kind(), counted.detail()), counted, Finding::plus);
    }

    /// The findings, in the order of their first rows.
    public List<Finding> findings() {
        return new ArrayList<>(first.values());
    }

    /// The findings, with those that do not stand on their own as one.
    List<Finding> joined(Predicate<Finding> alone, String detail) {
        List<Finding> findings = new ArrayList<>();
        Finding rest = null;
        for (Finding finding : first.values()) {
            if (alone.test(finding)) {
                findings.add(finding);
            } else {
                Finding renamed = finding.detailed(detail);
                rest = rest == null ? renamed : rest.plus(renamed);
            }
        }
        if (rest != null) {
            findings.add(rest);
        }
        return findings;
    }
}
