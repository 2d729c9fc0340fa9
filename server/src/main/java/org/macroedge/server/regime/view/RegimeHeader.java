package org.macroedge.server.regime.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.macroedge.server.surprises.view.AnswerHeader;

/// What an answer about regimes was computed from.
///
/// @param formula the version of the formulas
/// @param catalogue the hash of the catalogue, which names the indicators
public record RegimeHeader(@JsonUnwrapped AnswerHeader answer, int formula, String catalogue) {}
