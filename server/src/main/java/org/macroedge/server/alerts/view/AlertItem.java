package org.macroedge.server.alerts.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.platform.json.Codes;

/// An alert that was raised.
///
/// @param number in the order of raising; numbers may be missing
/// @param id goes with every message about it
/// @param rule the id of the rule in the file of alerts
/// @param subject what it is about: the id of an instrument, a release, an indicator, a source or a job
/// @param cause what happened, in one line with the figures known when it was raised
/// @param causedAt the instant of what caused it
/// @param deliveries what became of it at each channel, by channel
public record AlertItem(
        long number,
        String id,
        @Schema(example = "flips") String rule,
        @Codes(AlertKind.class) String kind,
        @Schema(example = "EURUSD") String subject,
        String cause,
        Instant causedAt,
        Instant raisedAt,
        List<AlertDeliveryItem> deliveries) {

    public AlertItem {
        deliveries = List.copyOf(deliveries);
    }
}
