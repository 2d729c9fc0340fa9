package org.macroedge.server.stream.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.platform.json.Codes;

/// The stored biases of an instrument were computed anew.
///
/// @param version 1; a new key leaves it as it is
/// @param recordedAt the record time of the facts: the bias as of `asOf` at this `recordedAt` has this run and these
/// numbers
/// @param from the earliest market time at which a bias of the instrument may have changed
/// @param asOf the last run, at the instant of the last release
/// @param score from -100 to 100; null without history
/// @param label null without a score
/// @param z null without history
public record BiasEvent(
        int version,
        Instant recordedAt,
        String weightSet,
        String instrument,
        Instant from,
        Instant asOf,
        String runId,
        @Nullable Double score,
        @Codes(Label.class) @Nullable String label,
        @Nullable Double z) {}
