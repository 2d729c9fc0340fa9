package org.macroedge.server.events.forwarding;

import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventConsumer;
import org.macroedge.server.events.PublishedType;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.ready.RedisProcess;
import tools.jackson.databind.JsonNode;

/// A way for events to reach those who follow them, with a real server where there is one.
interface TestBroker extends AutoCloseable {

    String PREFIX = "test";
    /// The least that a setting allows.
    long LENGTH = 1_000;

    List<PublishedType> TYPES = List.of(
            new PublishedType("macro_data_updated", 1, event -> event.read(Map.class)),
            new PublishedType("alert_raised", 1, event -> event.read(Map.class)));

    /// What a consumer got.
    ///
    /// @param id as the transport tells it beside the document
    record Received(long id, String key, JsonNode document) {}

    /// Another consumer of the log, as another server would have it.
    EventConsumer consumer() throws Exception;

    /// All that has arrived of a type, in order.
    List<Received> read(String channel);

    void kill() throws Exception;

    void start() throws Exception;

    @Override
    void close() throws Exception;

    static TestBroker of(String name, Path folder) throws Exception {
        return switch (name) {
            case "in-process" -> new InProcess();
            case "kafka" -> Kafka.start(folder, Map.of(), Map.of());
            default -> new Redis(RedisProcess.start(name), new ArrayList<>());
        };
    }

    /// The log itself with a consumer of its own.
    final class InProcess implements TestBroker, EventConsumer {

        private final List<Received> received = new ArrayList<>();
        private volatile boolean lost;

        @Override
        public EventConsumer consumer() {
            return this;
        }

        @Override
        public String name() {
            return "in-process";
        }

        @Override
        public Set<String> types() {
            return Set.of("macro_data_updated", "alert_raised");
        }

        @Override
        public synchronized void accept(List<Event> events) {
            if (lost) {
                throw BrokerMessage.TAKES_NOTHING.exception("The consumer", "it is lost");
            }
            for (Event event : events) {
                Object payload = event.read(JsonNode.class);
                PublishedEvent document =
                        new PublishedEvent(event.seq(), event.type(), 1, event.key(), event.recordedAt(), payload);
                received.add(
                        new Received(event.seq(), event.key(), Json.mapper().valueToTree(document)));
            }
        }

        @Override
        public synchronized List<Received> read(String channel) {
            return received.stream()
                    .filter(event -> event.document().path("type").asString().equals(channel))
                    .toList();
        }

        @Override
        public void kill() {
            lost = true;
        }

        @Override
        public void start() {
            lost = false;
        }

        @Override
        public void close() {}
    }

    /// @param transports that were made
    record Redis(RedisProcess process, List<Transport> transports) implements TestBroker {

        @Override
        public EventConsumer consumer() {
            transports.add(new RedisTransport(process.address(), PREFIX, LENGTH));
            return new EventForwarder("broker-redis", TYPES, transports.getLast(), () -> 8);
        }

        @Override
        public List<Received> read(String channel) {
            return process.ask(commands -> commands.xrange(PREFIX + '.' + channel, Range.unbounded())).stream()
                    .map(StreamMessage::getBody)
                    .map(entry -> new Received(
                            Long.parseLong(entry.get("id")),
                            entry.get("key"),
                            Json.mapper().readTree(entry.get("event"))))
                    .toList();
        }

        @Override
        public void kill() throws Exception {
            process.kill();
        }

        @Override
        public void start() throws Exception {
            process.start();
        }

        @Override
        public void close() throws Exception {
            transports.forEach(Transport::close);
            process.close();
        }
    }

    /// @param transports that were made
    record Kafka(KafkaProcess process, List<Transport> transports) implements TestBroker {

        /// @param updates settings of the topic of `macro_data_updated`
        /// @param letters settings of the topic of dead letters
        static Kafka start(Path folder, Map<String, String> updates, Map<String, String> letters) throws Exception {
            KafkaProcess process = KafkaProcess.start(folder.resolve("kafka"));
            process.create(PREFIX + ".macro_data_updated", updates);
            process.create(PREFIX + ".alert_raised", Map.of());
            process.create(PREFIX + ".dead_letter", letters);
            return new Kafka(process, new ArrayList<>());
        }

        @Override
        public EventConsumer consumer() {
            transports.add(new KafkaTransport(process.address(), Map.of(), PREFIX));
            return new EventForwarder("broker-kafka", TYPES, transports.getLast(), () -> 8);
        }

        @Override
        public List<Received> read(String channel) {
            return process.read(PREFIX + '.' + channel).stream()
                    .map(Kafka::received)
                    .toList();
        }

        private static Received received(ConsumerRecord<String, String> message) {
            String id = new String(message.headers().lastHeader("id").value());
            return new Received(Long.parseLong(id), message.key(), Json.mapper().readTree(message.value()));
        }

        @Override
        public void kill() throws Exception {
            process.kill();
        }

        @Override
        public void start() throws Exception {
            process.start();
        }

        @Override
        public void close() throws Exception {
            transports.forEach(Transport::close);
            process.close();
        }
    }
}
