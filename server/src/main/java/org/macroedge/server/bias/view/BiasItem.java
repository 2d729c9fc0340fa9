package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.server.platform.json.Codes;

/// One instrument's bias, how it changed, and its largest contributions.
public record BiasItem(
        String instrument,
        String name,
        @Codes(AssetClass.class) String assetClass,
        @JsonUnwrapped BiasReading reading,
        BiasChange change,
        List<BiasDriver> drivers) {}
