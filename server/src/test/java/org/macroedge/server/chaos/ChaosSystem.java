package org.macroedge.server.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.access.keys.ApiKeys;
import org.macroedge.server.access.keys.KeyRequest;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.events.forwarding.KafkaProcess;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.PostgresProcess;
import org.macroedge.server.ready.RedisProcess;

/// Two servers that compute, two that ask a publisher and one that answers, each on a host of its own, with a
/// PostgreSQL, a Redis and a Kafka.
final class ChaosSystem implements AutoCloseable {

    private static final String ASKING = "ingestion";
    static final List<String> NAMES = List.of("api", "bias-engine-1", "bias-engine-2", "ingestion-1", "ingestion-2");

    private static final String DATABASE = "postgres";

    /// What has to be closed, the last first.
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    final PostgresProcess postgres;
    final RedisProcess redis;
    final KafkaProcess kafka;
    final RatePublisher publisher;
    final List<ChaosHost> hosts = new ArrayList<>();
    final String key;

    private ChaosSystem(Path folder) throws IOException, InterruptedException {
        HostNetwork network = opened(HostNetwork.open(NAMES.size()));
        postgres = opened(PostgresProcess.start(folder.resolve("postgres"), network.center(), network.range()));
        redis = opened(RedisProcess.start("redis-server", network.center()));
        kafka = opened(KafkaProcess.start(folder.resolve("kafka"), network.center()));
        publisher = opened(new RatePublisher(network.center()));
        key = createKey();
        for (int number = 0; number < NAMES.size(); number++) {
            String name = NAMES.get(number);
            String role = name.replaceFirst("-[0-9]$", "");
            Integer relayed = role.equals(ASKING) ? publisher.port() : null;
            hosts.add(opened(new ChaosHost(folder, name, number, network, variables(role), key, relayed)));
        }
    }

    /// Starts it, and waits until it is well.
    static ChaosSystem start(Path folder) throws IOException, InterruptedException {
        ChaosSystem system = new ChaosSystem(folder);
        try {
            system.awaitWell(Patience.ofSeconds(120));
            return system;
        } catch (IOException | InterruptedException | RuntimeException | AssertionError fault) {
            system.close();
            throw fault;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private String createKey() {
        try (Database database = database()) {
            return TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), Clock.systemUTC())
                    .get(ApiKeys.class)
                    .create(new KeyRequest("chaos", "admin", null), "chaos")
                    .key();
        }
    }

    private Map<String, String> variables(String role) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "MACRO_EDGE_ROLE",
                role,
                "MACRO_EDGE_DATABASE_URL",
                postgres.address(DATABASE),
                "MACRO_EDGE_REDIS_URL",
                redis.address(),
                "MACRO_EDGE_EVENTS",
                "kafka",
                "MACRO_EDGE_KAFKA",
                kafka.address(),
                "MACRO_EDGE_SAMPLE",
                "none",
                "MACRO_EDGE_SOURCES",
                role.equals(ASKING) ? RatePublisher.SOURCE : "none"));
        if (role.equals(ASKING)) {
            variables.put("MACRO_EDGE_SOURCE_ADDRESSES", publisher.addresses());
        }
        return variables;
    }

    /// A connection of the test, which no fault touches.
    Database database() {
        return Database.at(postgres.address(DATABASE));
    }

    ChaosHost api() {
        return hosts.getFirst();
    }

    /// Starts what has ended, as a supervisor does, until all are well.
    void awaitWell(Patience patience) throws IOException, InterruptedException {
        patience.await(() -> "all are well again: " + fault() + "\n" + written(), () -> {
            for (ChaosHost host : hosts) {
                host.ensureStarted();
            }
            return fault() == null;
        });
    }

    private @Nullable String fault() throws InterruptedException {
        for (ChaosHost host : hosts) {
            String fault = host.fault();
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /// What the servers wrote lately.
    String written() throws IOException {
        StringBuilder written = new StringBuilder();
        for (ChaosHost host : hosts) {
            written.append(host.written());
        }
        return written.toString();
    }

    @Override
    public void close() {
        for (AutoCloseable part : open) {
            try {
                part.close();
            } catch (Exception | AssertionError fault) {
                System.out.println(part + ": " + fault);
            }
        }
    }
}
