package org.macroedge.server.events.forwarding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventConsumer;
import org.macroedge.server.events.PublishedType;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends events of the log to a broker. Its place in the log moves once the broker has
/// acknowledged what is before it, so that each event is sent at least once. An event is sent
/// after the one before it, of the same type and key, was acknowledged: whatever a broker does
/// with what was not, each key stays in order.
public final class EventForwarder implements EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(EventForwarder.class);
    /// What comes again after a fault is no more than this.
    private static final int BATCH = 200;

    private final String name;
    private final EventDocuments documents;
    private final Transport transport;
    private final IntSupplier parts;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong deadLetters = new AtomicLong();
    private volatile @Nullable String fault;

    /// @param name the key of its cursors, one for each kind of broker
    /// @param parts how many partitions each server takes at a time
    public EventForwarder(String name, List<PublishedType> types, Transport transport, IntSupplier parts) {
        this.name = name;
        this.parts = parts;
        this.documents = new EventDocuments(types);
        this.transport = transport;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> types() {
        return documents.types();
    }

    @Override
    public boolean isUsed() {
        return transport != Transport.NONE;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public int parts() {
        return parts.getAsInt();
    }

    /// Finds out whether the broker answers, which takes seconds where it does not, and needs
    /// no transaction.
    public void check() {
        watched(transport::check);
        fault = null;
    }

    private void watched(Runnable work) {
        try {
            work.run();
        } catch (MacroEdgeException lost) {
            fault = lost.getMessage();
            throw lost;
        }
    }

    @Override
    public void accept(List<Event> events) {
        watched(() -> turns(events).forEach(this::send));
    }

    /// The events in turns, each with the next event of every type and key.
    private static List<List<Event>> turns(List<Event> events) {
        List<List<Event>> turns = new ArrayList<>();
        Map<List<String>, Integer> counts = new HashMap<>();
        for (Event event : events) {
            int turn = counts.merge(List.of(event.type(), event.key()), 1, Integer::sum) - 1;
            if (turn == turns.size()) {
                turns.add(new ArrayList<>());
            }
            turns.get(turn).add(event);
        }
        return turns;
    }

    private void send(List<Event> turn) {
        Map<Long, Event> events = new HashMap<>();
        List<OutgoingEvent> outgoing = new ArrayList<>();
        List<OutgoingEvent> letters = new ArrayList<>();
        for (Event event : turn) {
            events.put(event.seq(), event);
            OutgoingEvent made = documents.of(event);
            (made.channel().equals(DeadLetter.CHANNEL) ? letters : outgoing).add(made);
        }
        transport
                .send(outgoing)
                .forEach((refused, reason) -> letters.add(DeadLetter.of(event(events, refused), reason)));
        sent.addAndGet(turn.size() - letters.size());
        letters.forEach(letter -> sendLetter(letter, event(events, letter)));
    }

    private static Event event(Map<Long, Event> events, OutgoingEvent outgoing) {
        return Objects.requireNonNull(events.get(outgoing.id()));
    }

    private void sendLetter(OutgoingEvent letter, Event event) {
        Map<OutgoingEvent, String> refused = transport.send(List.of(letter));
        if (!refused.isEmpty()) {
            String reason = refused.values().iterator().next();
            Map<OutgoingEvent, String> again = transport.send(List.of(DeadLetter.withoutPayload(event, reason)));
            if (!again.isEmpty()) {
                throw BrokerMessage.TAKES_NOTHING.exception("The broker", "it refuses dead letters");
            }
        }
        deadLetters.incrementAndGet();
        LOG.warn(LogMessage.DEAD_LETTER.advice(event.seq(), event.type()));
    }

    /// Why the broker took nothing when it was last asked; null where it did.
    public @Nullable String fault() {
        return fault;
    }

    /// How many events the broker has acknowledged.
    public long sent() {
        return sent.get();
    }

    /// How many events became dead letters.
    public long deadLetters() {
        return deadLetters.get();
    }
}
