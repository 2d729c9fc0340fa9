package org.macroedge.server.events;

import java.time.Duration;
import java.util.List;
import org.macroedge.server.events.forwarding.EventForwarder;
import org.macroedge.server.events.forwarding.Transport;
import org.macroedge.server.platform.config.StartedByServer;
import org.macroedge.server.platform.error.LogMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends events to a broker while a server runs, in a thread of its own: a broker that is lost
/// holds nothing else up.
public final class EventForwarding implements StartedByServer {

    /// So long does a server that stops wait for what is being sent.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final EventPump.Words WORDS = new EventPump.Words(
            LogMessage.EVENTS_WAIT::advice,
            LogMessage.EVENTS_LEFT::advice,
            seconds -> LogMessage.EVENTS_LEFT.advice("they were not sent within " + seconds + " seconds"));

    private final Transport transport;
    private final EventForwarder forwarder;
    private final EventDelivery delivery;
    private final EventPump pump;

    EventForwarding(
            EventForwarder forwarder,
            Transport transport,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            EventLog log) {
        this.transport = transport;
        this.forwarder = forwarder;
        this.delivery = new EventDelivery(jdbc, transactions, List.of(forwarder));
        this.pump = new EventPump("event forwarding", delivery, log, WORDS, forwarder::check, PATIENCE, PATIENCE);
    }

    /// An event was committed.
    void wake() {
        pump.wake();
    }

    @Override
    public void start() {
        if (forwarder.isUsed()) {
            pump.start();
        }
    }

    @Override
    public void stop() {
        if (forwarder.isUsed()) {
            pump.stop();
        }
        transport.close();
    }

    @Override
    public boolean isRunning() {
        return pump.isRunning();
    }

    /// The names of the consumers that the log is kept for: that of the broker, or none.
    public List<String> consumers() {
        return delivery.consumers();
    }

    EventDelivery delivery() {
        return delivery;
    }

    EventForwarder forwarder() {
        return forwarder;
    }

    /// Whether it sends, or will when there is something to send.
    boolean isSending() {
        return pump.isDelivering();
    }
}
