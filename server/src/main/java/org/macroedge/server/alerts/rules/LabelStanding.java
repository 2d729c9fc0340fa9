package org.macroedge.server.alerts.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Label;

/// How the label of an instrument stands for a rule.
///
/// @param label the one that was last told, or that the rule began with
/// @param score the last one seen with this label
/// @param since when this label was told
/// @param candidate another label that has not stayed for long enough; null where there is none
/// @param candidateSince since when; null where there is none
/// @param seenAt when the label was last looked at
/// @param stoodAsOf the instant of the answer with that score
/// @param stoodRecordedAt the record time of its facts
public record LabelStanding(
        Label label,
        double score,
        Instant since,
        @Nullable Label candidate,
        @Nullable Instant candidateSince,
        Instant seenAt,
        Instant stoodAsOf,
        Instant stoodRecordedAt) {}
