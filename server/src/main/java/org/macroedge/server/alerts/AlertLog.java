package org.macroedge.server.alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.channels.AlertSender;
import org.macroedge.server.alerts.channels.OutgoingAlert;
import org.macroedge.server.alerts.channels.SendResult;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertMessage;
import org.macroedge.server.alerts.view.AlertItem;
import org.macroedge.server.alerts.view.AlertPage;
import org.macroedge.server.alerts.view.ChannelTest;
import org.macroedge.server.platform.error.MacroEdgeException;

/// The alerts that were raised, and test messages.
public final class AlertLog {

    private static final String TEST = "test";

    private final AlertStore store;
    private final AlertFile file;
    private final AlertSender sender;
    private final ChannelHolds holds;
    private final Clock clock;

    AlertLog(AlertStore store, AlertFile file, AlertSender sender, ChannelHolds holds, Clock clock) {
        this.store = store;
        this.file = file;
        this.sender = sender;
        this.holds = holds;
        this.clock = clock;
    }

    /// A page of the alerts, latest first.
    public AlertPage page(AlertQuestion question) {
        List<AlertItem> items = new ArrayList<>(store.latest(question, question.limit() + 1));
        Long next = null;
        if (items.size() > question.limit()) {
            items.removeLast();
            next = items.getLast().number();
        }
        return new AlertPage(items, next);
    }

    /// Sends a test message to a channel, once. A channel that was held is sent to again where the receiver accepts the
    /// login.
    ///
    /// @throws MacroEdgeException with `unknown-channel`; with `channel-fault` where the channel did not take it
    public ChannelTest test(String id) {
        AlertChannel channel = file.demandedChannel(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OutgoingAlert message = new OutgoingAlert(
                UUID.randomUUID().toString(),
                TEST,
                TEST,
                channel.id(),
                "This is a test message of macro-edge to channel " + channel.id() + ": alerts arrive here",
                now,
                now);
        SendResult result = sender.send(channel, message);
        if (result.hasLoggedIn()) {
            holds.release(channel.id());
        }
        if (result.fault() != null) {
            throw AlertMessage.TEST_FAILED.exception(channel.id(), result.fault());
        }
        return new ChannelTest(channel.id(), channel.kind().code(), message.id());
    }
}
