package org.macroedge.server.surprises.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// Every release that a person should look at and that nobody has judged.
///
/// @param items the latest first
public record SuspectList(@JsonUnwrapped AnswerHeader header, List<SuspectItem> items) {}
