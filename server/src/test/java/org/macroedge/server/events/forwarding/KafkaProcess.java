package org.macroedge.server.events.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.macroedge.server.platform.net.FreePort;
import org.macroedge.server.platform.process.Signal;

/// A real Kafka of one broker, in a process that a test kills and starts again.
public final class KafkaProcess implements AutoCloseable {

    private static final Path JARS = Path.of("../target/kafka");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qg";

    private final Path folder;
    private final String host;
    private final int port;
    private Process process;

    private KafkaProcess(Path folder, String host, int port) {
        this.folder = folder;
        this.host = host;
        this.port = port;
    }

    /// @param folder an empty one, for what it stores
    public static KafkaProcess start(Path folder) throws IOException, InterruptedException {
        return start(folder, "127.0.0.1");
    }

    /// @param folder an empty one, for what it stores
    /// @param host the address of this machine at which it listens
    public static KafkaProcess start(Path folder, String host) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        KafkaProcess kafka = new KafkaProcess(folder, host, FreePort.any());
        Files.writeString(folder.resolve("server.properties"), kafka.properties(FreePort.any()));
        assertThat(kafka.run(
                                "kafka.tools.StorageTool",
                                "format",
                                "-t",
                                CLUSTER,
                                "-c",
                                folder.resolve("server.properties").toString())
                        .waitFor())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        kafka.start();
        return kafka;
    }

    private String properties(int controller) {
        return """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://%4$s:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://%4$s:%1$d
            controller.listener.names=CONTROLLER
            log.dirs=%3$s
            num.partitions=3
            offsets.topic.num.partitions=1
            offsets.topic.replication.factor=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            broker.session.timeout.ms=2000
            broker.heartbeat.interval.ms=200
            group.initial.rebalance.delay.ms=0
            """.formatted(port, controller, folder.resolve("data"), host);
    }

    private Process run(String type, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                JARS.toRealPath() + "/*",
                type));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    /// Starts it, or starts it again at the same port with what it stored.
    public void start() throws IOException, InterruptedException {
        process = run("kafka.Kafka", "server.properties");
        long start = System.nanoTime();
        while (!answers()) {
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("log")))
                    .isTrue();
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(host, port)) {
            return socket.isConnected() && socket.getLocalPort() != port;
        } catch (IOException notYet) {
            return false;
        }
    }

    public String address() {
        return host + ":" + port;
    }

    /// Makes a topic.
    ///
    /// @param settings such as `max.message.bytes`
    public void create(String topic, Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            admin.createTopics(Set.of(new NewTopic(topic, 3, (short) 1).configs(settings)))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /// All messages of a topic that are there, in the order of each partition.
    public List<ConsumerRecord<String, String>> read(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", address(), "isolation.level", "read_committed");
        List<ConsumerRecord<String, String>> read = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> parts = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (parts.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            }
        }
        return read;
    }

    /// Kills it as `kill -9` does.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Lets it hang, or go on.
    ///
    /// @param signal `STOP` or `CONT`
    public void signal(String signal) throws IOException, InterruptedException {
        Signal.send(signal, process.toHandle());
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
