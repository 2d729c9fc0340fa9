package org.macroedge.server.platform.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;

/// How long requests take, by method, route and status. The names are bounded: see [AnsweredRequest]. Thread-safe.
@ServerOnly
public final class RequestMeters implements MeterBinder {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private record Key(String method, String route, int status) {}

    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private volatile @Nullable MeterRegistry registry;

    @Override
    public void bindTo(MeterRegistry meters) {
        registry = meters;
    }

    /// Counts a request; one that comes before the registry is there does not count.
    void add(AnsweredRequest request) {
        MeterRegistry meters = registry;
        if (meters != null) {
            timer(new Key(request.method(), request.route(), request.status()), meters)
                    .record(request.nanos(), TimeUnit.NANOSECONDS);
        }
    }

    /// Most timers are there, and to look for one takes no lock.
    private Timer timer(Key key, MeterRegistry meters) {
        Timer known = timers.get(key);
        return known == null ? timers.computeIfAbsent(key, added -> newTimer(added, meters)) : known;
    }

    private static Timer newTimer(Key key, MeterRegistry meters) {
        return Timer.builder("macro.edge.http.request")
                .description("Time from the head of a request to the last byte of its answer")
                .tag("method", key.method())
                .tag("route", key.route())
                .tag("status", String.valueOf(key.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
