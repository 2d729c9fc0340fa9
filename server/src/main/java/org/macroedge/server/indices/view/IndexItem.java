package org.macroedge.server.indices.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.IndexReading;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.server.platform.json.Codes;

/// One index at an instant. Positive means stronger, hotter or tighter than expected.
///
/// @param aliases other names of the same index
/// @param z in units of a standard deviation; null before the first usable z of its indicators
/// @param coverage the share of the weight in force that has a live signal
/// @param indicators in force in the catalogue
/// @param live indicators with a live signal
/// @param onlyIndicator the id of the indicator that the whole index rests on, where only one is in force
public record IndexItem(
        String index,
        String name,
        List<String> aliases,
        List<String> areas,
        @Codes(Category.class) List<String> categories,
        @Codes(SignalMode.class) String mode,
        @Nullable Double z,
        IndexChange change,
        double coverage,
        int indicators,
        int live,
        @Nullable String onlyIndicator,
        @Codes(IndexReading.Reason.class) @Nullable String reason) {}
