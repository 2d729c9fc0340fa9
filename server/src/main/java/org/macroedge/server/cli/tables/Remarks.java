package org.macroedge.server.cli.tables;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.surprises.view.VerdictView;

/// What stands beside a release.
final class Remarks {

    private Remarks() {}

    /// Why it has no z, its marks, and what a person stated about it.
    static List<Phrase> of(@Nullable String reason, String marks, @Nullable VerdictView verdict) {
        List<Phrase> remarks = new ArrayList<>();
        if (reason != null && !marks.contains(Marks.words(reason))) {
            remarks.add(Phrase.of(reason(reason)));
        }
        if (!marks.isEmpty()) {
            remarks.add(Phrase.of(marks));
        }
        if (verdict != null) {
            remarks.add(Phrase.of(verdict.verdict() + " by " + verdict.author() + ": " + verdict.reason()));
        }
        return remarks;
    }

    /// Why a release has no z, in the words of a sentence.
    private static String reason(String code) {
        return switch (code) {
            case "nothing-expected" -> "no z: no forecast";
            case "insufficient-history" -> "no z: too few surprises for \u03c3";
            default -> "no z: " + Marks.words(code);
        };
    }
}
