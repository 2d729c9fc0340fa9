package org.macroedge.engine.vocabulary;

/// The direction of a bias in words.
public enum Label implements Coded {
    STRONGLY_BEARISH,
    BEARISH,
    NEUTRAL,
    BULLISH,
    STRONGLY_BULLISH;

    /// Below this size of a score the direction is neutral (|Z| = 0.52).
    public static final double DIRECTIONAL = 40;

    /// From this size of a score on the direction is strong (|Z| = 1.51): 8 to 17 % of days.
    public static final double STRONG = 87;

    /// The label of an unrounded score in [−100, 100]. It does not depend on earlier labels.
    public static Label ofScore(double score) {
        double size = Math.abs(score);
        if (size < DIRECTIONAL) {
            return NEUTRAL;
        }
        if (score > 0) {
            return size < STRONG ? BULLISH : STRONGLY_BULLISH;
        }
        return size < STRONG ? BEARISH : STRONGLY_BEARISH;
    }
}
