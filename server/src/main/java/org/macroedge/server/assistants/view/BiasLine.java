package org.macroedge.server.assistants.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.BiasChange;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasReading;

/// One instrument's bias without its reasons.
///
/// @param sameInputsAs as in [BiasItem]
public record BiasLine(
        String instrument,
        String name,
        @JsonUnwrapped BiasReading reading,
        BiasChange change,
        @Nullable String sameInputsAs) {

    static BiasLine of(BiasItem item) {
        return new BiasLine(item.instrument(), item.name(), item.reading(), item.change(), item.sameInputsAs());
    }
}
