package org.macroedge.server.alerts.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Codes;

/// What became of an alert at a channel.
///
/// @param channel the id of the channel in the file of alerts
/// @param state `pending` until it is sent, `sent` once the receiver has taken it, `given-up` a day after it was
/// raised, or once a mail server has refused it for good
/// @param attempts how often it was tried
/// @param nextAt when it is tried next; null once it is not tried any more
/// @param fault why the last attempt failed or its channel is held, or which recipients a mail server refused; null
/// where nothing failed
public record AlertDeliveryItem(
        @Schema(example = "desk") String channel,
        @Codes(DeliveryState.class) String state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String fault) {}
