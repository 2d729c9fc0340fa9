package org.macroedge.server.indices.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.macroedge.server.surprises.view.AnswerHeader;

/// What an answer about indices was computed from.
///
/// @param formula the version of the formulas
/// @param catalogue the hash of the catalogue, which defines the indices
public record IndexHeader(@JsonUnwrapped AnswerHeader answer, int formula, String catalogue) {}
