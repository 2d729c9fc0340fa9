package org.macroedge.server.alerts.view;

import io.swagger.v3.oas.annotations.media.Schema;
import org.macroedge.server.alerts.channels.ChannelKind;
import org.macroedge.server.platform.json.Codes;

/// A test message that a channel has taken.
///
/// @param id of the message
public record ChannelTest(
        @Schema(example = "desk") String channel,
        @Codes(ChannelKind.class) String kind,
        String id) {}
