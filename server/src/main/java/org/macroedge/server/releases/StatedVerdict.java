package org.macroedge.server.releases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Verdict;

/// What a person states about a release. The code is that of the command and of the request.
public enum StatedVerdict implements Coded {
    CONFIRM(Verdict.CONFIRMED),
    DOUBT(Verdict.DOUBTFUL),
    CANCEL(Verdict.CANCELLED),
    WITHDRAW(Verdict.WITHDRAWN),
    /// Takes the verdict back.
    REOPEN(null);

    private final @Nullable Verdict verdict;

    StatedVerdict(@Nullable Verdict verdict) {
        this.verdict = verdict;
    }

    /// The verdict that holds from then on; empty where it was taken back.
    public Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException where there is none
    public static StatedVerdict ofCode(String code) {
        return Coded.of(StatedVerdict.class, code);
    }
}
