package org.macroedge.server.events.forwarding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Secrets;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Sends events to topics of a Kafka, one topic for each channel, with the key of the event:
/// its partition keeps the order. The producer is idempotent, so that what it repeats by itself
/// is stored once. No transaction of Kafka is used.
public final class KafkaTransport implements Transport {

    private static final int SECONDS = 5;
    private static final String MILLIS = String.valueOf(SECONDS * 1_000);

    private final String servers;
    private final String prefix;
    private final Map<String, Object> settings = new HashMap<>();
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /// @param servers such as `kafka-1:9092,kafka-2:9092`
    /// @param client settings of the connection, such as those of TLS
    /// @param prefix what the name of each topic begins with
    public KafkaTransport(String servers, Map<String, String> client, String prefix) {
        this.servers = servers;
        this.prefix = prefix;
        settings.putAll(client);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, MILLIS);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        // each record by itself: one that is refused takes no other with it
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, "0");
        settings.put(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
    }

    /// Asks for the topic of dead letters, so that it is there before one is needed.
    @Override
    public void check() {
        try {
            connected().partitionsFor(topic(DeadLetter.CHANNEL));
        } catch (KafkaException fault) {
            throw lost(fault);
        }
    }

    private KafkaProducer<byte[], byte[]> connected() {
        KafkaProducer<byte[], byte[]> known = producer;
        if (known == null) {
            known = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            producer = known;
        }
        return known;
    }

    @Override
    public Map<OutgoingEvent, String> send(List<OutgoingEvent> events) {
        Map<OutgoingEvent, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        Map<OutgoingEvent, String> refused = new LinkedHashMap<>();
        try {
            KafkaProducer<byte[], byte[]> connected = connected();
            for (OutgoingEvent event : events) {
                Future<RecordMetadata> answer = connected.send(message(event));
                if (answer.isDone()) {
                    // each would wait until it is given up, where the broker is lost
                    await(event, answer, refused);
                } else {
                    sent.put(event, answer);
                }
            }
            for (Map.Entry<OutgoingEvent, Future<RecordMetadata>> event : sent.entrySet()) {
                await(event.getKey(), event.getValue(), refused);
            }
            return refused;
        } catch (KafkaException fault) {
            throw lost(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw lost(interrupted);
        }
    }

    private void await(OutgoingEvent event, Future<RecordMetadata> answer, Map<OutgoingEvent, String> refused)
            throws InterruptedException {
        try {
            answer.get();
        } catch (ExecutionException fault) {
            refused.put(event, refusal(fault.getCause()));
        }
    }

    private ProducerRecord<byte[], byte[]> message(OutgoingEvent event) {
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic(event.channel()), key, event.json());
        message.headers().add("id", String.valueOf(event.id()).getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private String topic(String channel) {
        return prefix + '.' + channel;
    }

    /// Why Kafka will never take an event.
    ///
    /// @throws MacroEdgeException where it may take it later
    private String refusal(@Nullable Throwable fault) {
        return switch (fault) {
            case RecordTooLargeException _ -> "larger than Kafka takes";
            case InvalidRecordException _ -> "refused by Kafka as invalid";
            case PolicyViolationException _ -> "refused by a policy of Kafka";
            case null, default -> throw lost(fault);
        };
    }

    /// A new connection asks everything anew, and what the old one had not sent is not sent
    /// later.
    private MacroEdgeException lost(@Nullable Throwable fault) {
        close();
        return BrokerMessage.TAKES_NOTHING.exception("Kafka at " + servers, reason(fault));
    }

    private static String reason(@Nullable Throwable fault) {
        return switch (fault) {
            case AuthenticationException _ -> "it refuses the login or the certificate";
            case AuthorizationException _ -> "it does not let this server write to a topic";
            case TimeoutException _ -> "no answer within " + SECONDS + " seconds, or a topic does not exist";
            case KafkaException other
            when other.getCause() != null ->
                Secrets.masked(other.getMessage() + " (" + other.getCause().getMessage() + ")");
            case null -> "the connection is lost";
            default -> Secrets.masked(String.valueOf(fault.getMessage()));
        };
    }

    @Override
    public void close() {
        KafkaProducer<byte[], byte[]> known = producer;
        producer = null;
        if (known != null) {
            known.close(Duration.ZERO);
        }
    }
}
