package org.macroedge.server.platform.web;

/// An answer that is already serialised, so that its hash and its body come from the same bytes.
record SpooledAnswer(AnswerSpool bytes) {}
