package org.macroedge.server.bias.view;

import org.macroedge.engine.vocabulary.Label;

/// The sizes of a score from which on its label is another.
///
/// @param directional below it, the label is neutral
/// @param strong from it on, the label is strongly bullish or strongly bearish
public record LabelBounds(double directional, double strong) {

    /// Those of the formula version in force.
    public static final LabelBounds CURRENT = new LabelBounds(Label.DIRECTIONAL, Label.STRONG);

    /// The code of the label of a score.
    public String of(double score) {
        double size = Math.abs(score);
        if (size < directional) {
            return Label.NEUTRAL.code();
        }
        Label directed = score > 0 ? Label.BULLISH : Label.BEARISH;
        return (size < strong ? "" : "strongly-") + directed.code();
    }
}
