package org.macroedge.server.sources.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A source that can be fetched from.
///
/// @param gives what it gives, in words
/// @param state `on`, `off` or `resting`
/// @param note why it is off or rests, and what to do; null where it is on
/// @param termsAddress of the terms; null where there are none
/// @param storable whether its answers may be kept as they came
/// @param keyVariable the variable that holds its key; null where it has none
/// @param keySet whether the key is set
/// @param limit how often it may be asked, in words
/// @param triedLive whether the connector has read an answer of the publisher, and not only recorded or documented ones
/// @param understoodAt when an answer was last understood; null where none ever was
/// @param lagSeconds how long ago that was; null where it never was
/// @param nextLookAt when a server asks it next for a figure that is due; null where no scheduled release of it is
/// known, or it is off
/// @param fault the code of its last fault; null where there was none
/// @param faultText the last fault in words
/// @param faultedAt when it failed last
public record SourceItem(
        String source,
        String name,
        String gives,
        String state,
        @Nullable String note,
        String address,
        @Nullable String termsAddress,
        String attribution,
        boolean storable,
        @Nullable String keyVariable,
        boolean keyRequired,
        boolean keySet,
        String limit,
        boolean triedLive,
        @Nullable Instant understoodAt,
        @Nullable Long lagSeconds,
        @Nullable Instant nextLookAt,
        @Nullable String fault,
        @Nullable String faultText,
        @Nullable Instant faultedAt) {}
