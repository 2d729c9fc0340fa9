package org.macroedge.server.surprises.view;

import java.time.Instant;
import org.macroedge.engine.vocabulary.Verdict;
import org.macroedge.server.platform.json.Codes;

/// What a person stated about a release.
///
/// @param recordedAt since when it is known to the store
/// @param batch its batch, by which it can be undone
public record VerdictView(
        @Codes(Verdict.class) String verdict, String author, String reason, Instant recordedAt, long batch) {}
