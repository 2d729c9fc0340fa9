package org.macroedge.server.regime.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// The regime of one region at the last month-end, down to its indicators.
///
/// @param latest null where no month has ended since the first print of its indicators
/// @param growthMembers the indicators behind the growth composite, ascending by id; empty where `latest` is
/// null
/// @param inflationMembers those behind the inflation composite
public record RegimeItem(
        @Codes(Region.class) String region,
        @Nullable RegimePoint latest,
        List<RegimeMemberView> growthMembers,
        List<RegimeMemberView> inflationMembers) {}
