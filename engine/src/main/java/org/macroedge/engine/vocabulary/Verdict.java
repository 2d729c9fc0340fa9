package org.macroedge.engine.vocabulary;

/// What a person stated about a release, with a reason, after looking at it.
public enum Verdict implements Coded {
    /// The figures are right: the release counts, even where it looks like a typing error.
    CONFIRMED(Mark.CONFIRMED),
    /// The figures may be wrong.
    DOUBTFUL(Mark.DOUBTFUL),
    /// The release did not take place.
    CANCELLED(Mark.CANCELLED),
    /// The publisher took the figures back.
    WITHDRAWN(Mark.WITHDRAWN);

    private final Mark mark;

    Verdict(Mark mark) {
        this.mark = mark;
    }

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static Verdict ofCode(String code) {
        return Coded.of(Verdict.class, code);
    }

    /// The mark that a release carries from then on.
    public Mark mark() {
        return mark;
    }

    /// Whether a release stays in Z and σ.
    public boolean counts() {
        return this == CONFIRMED;
    }
}
