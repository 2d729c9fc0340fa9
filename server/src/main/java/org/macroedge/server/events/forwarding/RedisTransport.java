package org.macroedge.server.events.forwarding;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.redis.RedisOptions;
import org.macroedge.server.platform.redis.RedisRefusal;

/// Adds events to streams of a Redis or Valkey, one stream for each channel, by commands that
/// Redis 7.0 has.
public final class RedisTransport implements Transport {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RedisURI address;
    private final String prefix;
    private final long length;
    private final ClientResources resources = ClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .build();
    private final RedisClient client = RedisClient.create(resources);
    private @Nullable StatefulRedisConnection<String, String> connection;

    /// @param address such as `redis://:password@host:6379/0`
    /// @param prefix what the name of each stream begins with
    /// @param length about so many entries a stream keeps
    public RedisTransport(String address, String prefix, long length) {
        this.address = RedisOptions.address(address, PATIENCE);
        this.prefix = prefix;
        this.length = length;
        // what is not acknowledged is sent again by us, and a command that the driver repeats would only come later
        client.setOptions(RedisOptions.client(PATIENCE)
                .autoReconnect(false)
                .socketOptions(RedisOptions.socket(PATIENCE))
                .build());
    }

    @Override
    public void check() {
        try {
            connected().sync().ping();
        } catch (RedisException fault) {
            throw lost(fault);
        }
    }

    private StatefulRedisConnection<String, String> connected() {
        StatefulRedisConnection<String, String> known = connection;
        if (known == null) {
            known = client.connect(address);
            connection = known;
        }
        return known;
    }

    @Override
    public Map<OutgoingEvent, String> send(List<OutgoingEvent> events) {
        try {
            StatefulRedisConnection<String, String> connected = connected();
            List<RedisFuture<String>> added =
                    events.stream().map(event -> add(connected, event)).toList();
            for (RedisFuture<String> entry : added) {
                entry.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            return Map.of();
        } catch (ExecutionException refused) {
            throw lost(refused.getCause());
        } catch (RedisException | TimeoutException silent) {
            throw lost(silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw lost(interrupted);
        }
    }

    private RedisFuture<String> add(StatefulRedisConnection<String, String> connected, OutgoingEvent event) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("id", String.valueOf(event.id()));
        entry.put("key", event.key());
        entry.put("event", new String(event.json(), StandardCharsets.UTF_8));
        XAddArgs trimmed = XAddArgs.Builder.maxlen(length).approximateTrimming();
        return connected.async().xadd(prefix + '.' + event.channel(), trimmed, entry);
    }

    private MacroEdgeException lost(@Nullable Throwable fault) {
        StatefulRedisConnection<String, String> known = connection;
        connection = null;
        if (known != null) {
            known.closeAsync();
        }
        return BrokerMessage.TAKES_NOTHING.exception(
                "Redis at " + address.getHost() + ":" + address.getPort(), reason(fault));
    }

    /// The answer of a Redis that refuses begins with a code, such as `OOM`.
    private static String reason(@Nullable Throwable fault) {
        return RedisRefusal.in(fault)
                .map(refusal ->
                        "it refuses (" + String.valueOf(refusal.getMessage()).split(" ", 2)[0] + ")")
                .orElse("it does not answer");
    }

    @Override
    public void close() {
        client.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
