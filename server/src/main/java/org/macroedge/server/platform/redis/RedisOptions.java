package org.macroedge.server.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.protocol.ProtocolVersion;
import java.time.Duration;

/// How a client asks a Redis or Valkey by commands that Redis 7.0 has, and never waits longer
/// than it says.
public final class RedisOptions {

    private RedisOptions() {}

    /// @param text such as `redis://:password@host:6379/0`
    public static RedisURI address(String text, Duration patience) {
        RedisURI address = RedisURI.create(text);
        address.setTimeout(patience);
        // by default, the driver tells its name and asks for notices of maintenance by commands that Redis 7.0 lacks
        address.setLibraryName("");
        address.setLibraryVersion("");
        return address;
    }

    /// The options of a client, to which others may be added.
    public static ClientOptions.Builder client(Duration patience) {
        return ClientOptions.builder()
                .protocolVersion(ProtocolVersion.RESP2)
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .timeoutOptions(TimeoutOptions.enabled(patience))
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    /// Limits for a thread that waits until it is connected.
    public static SocketOptions socket(Duration patience) {
        return SocketOptions.builder().connectTimeout(patience).build();
    }
}
