package org.macroedge.server.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Something that happens to a part of the system, and ends by itself.
///
/// @param target a place in [ChaosSystem#hosts], or the first number after them for the PostgreSQL, then Redis, Kafka
/// @param after milliseconds from the begin of the round
/// @param lasts milliseconds
/// @param ahead seconds of a clock that is set
record Fault(Kind kind, int target, long after, long lasts, long ahead) {

    private static final int MOST = 3;
    private static final int HOSTS = 5;
    private static final int POSTGRES = HOSTS;
    private static final int REDIS = HOSTS + 1;
    private static final int KAFKA = HOSTS + 2;
    private static final List<String> NAMES = Stream.concat(
                    ChaosSystem.NAMES.stream(), Stream.of("PostgreSQL", "Redis", "Kafka"))
            .toList();
    private static final int PARTS = HOSTS + 3;

    /// What can happen; each kind as often as another one.
    enum Kind {
        /// `kill -9` of a server, a database or a broker, which is started again later.
        KILL(PARTS),
        /// A process hangs.
        HANG(PARTS),
        /// What a host sends and is sent is lost.
        CUT(HOSTS),
        /// A host ends, and its connections are never closed.
        POWER(HOSTS),
        /// The clock of a host steps while its server runs, and back when that is over.
        CLOCK(HOSTS),
        /// Nothing can be written to the home of a server.
        DISK(HOSTS);

        private final int targets;

        Kind(int targets) {
            this.targets = targets;
        }
    }

    /// One to three faults of different parts.
    static List<Fault> draw(SplittableRandom random) {
        int count = random.nextInt(1, MOST + 1);
        Set<Integer> hit = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        while (faults.size() < count) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            int target = random.nextInt(kind.targets);
            Fault fault = new Fault(
                    kind, target, random.nextLong(2_500), random.nextLong(200, 7_000), random.nextLong(-170, 171));
            if (hit.add(target)) {
                faults.add(fault);
            }
        }
        return faults;
    }

    /// Lets it happen, and end.
    void happen(ChaosSystem system) throws Exception {
        TimeUnit.MILLISECONDS.sleep(after);
        begin(system);
        TimeUnit.MILLISECONDS.sleep(lasts);
        end(system);
    }

    private void begin(ChaosSystem system) throws Exception {
        switch (kind) {
            case KILL -> kill(system);
            case HANG -> signal(system, "STOP");
            case CUT -> system.hosts.get(target).cut();
            case POWER -> system.hosts.get(target).losePower();
            case CLOCK -> system.hosts.get(target).setClock(Duration.ofSeconds(ahead));
            case DISK -> system.hosts.get(target).disk().fill();
        }
    }

    private void end(ChaosSystem system) throws Exception {
        switch (kind) {
            case KILL, POWER -> start(system);
            case HANG -> signal(system, "CONT");
            case CUT -> system.hosts.get(target).mend();
            case CLOCK -> system.hosts.get(target).setClock(Duration.ZERO);
            case DISK -> system.hosts.get(target).disk().free();
        }
    }

    private void kill(ChaosSystem system) throws Exception {
        switch (target) {
            case POSTGRES -> system.postgres.kill();
            case REDIS -> system.redis.kill();
            case KAFKA -> system.kafka.kill();
            default -> system.hosts.get(target).kill();
        }
    }

    private void start(ChaosSystem system) throws Exception {
        switch (target) {
            case POSTGRES -> system.postgres.start();
            case REDIS -> system.redis.start();
            case KAFKA -> system.kafka.start();
            default -> system.hosts.get(target).ensureStarted();
        }
    }

    private void signal(ChaosSystem system, String signal) throws Exception {
        switch (target) {
            case POSTGRES -> system.postgres.signal(signal);
            case REDIS -> system.redis.signal(signal);
            case KAFKA -> system.kafka.signal(signal);
            default -> system.hosts.get(target).signal(signal);
        }
    }

    @Override
    public String toString() {
        return "%s of %s after %d ms for %d ms%s"
                .formatted(kind, NAMES.get(target), after, lasts, kind == Kind.CLOCK ? " by " + ahead + " s" : "");
    }
}
