package org.macroedge.server.bias;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;

/// What is assumed.
///
/// @param indicator whose release is varied
/// @param releasedAt its instant; null for that of its next scheduled release
/// @param set figures of releases of the instant, as [AssumedFigures#FORM] has them; null for none
public record ScenarioQuestion(
        String indicator,
        @Nullable Instant releasedAt,
        @Nullable String set) {

    /// @param name of the parameter or option that has the figures
    /// @throws MacroEdgeException with `invalid-request` where a figure cannot be read
    public static ScenarioQuestion of(
            String indicator, @Nullable Instant releasedAt, String name, @Nullable String set) {
        if (set != null) {
            AssumedFigures.check(name, set);
        }
        return new ScenarioQuestion(indicator, releasedAt, set);
    }
}
