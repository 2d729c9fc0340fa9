package org.macroedge.server.ready;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.protocol.ProtocolVersion;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.macroedge.server.platform.net.FreePort;
import org.macroedge.server.platform.process.Signal;

/// A real Redis or Valkey, which keeps nothing on the disk, in a process that a test kills and stops.
public final class RedisProcess implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Path VALKEY = Path.of("../target/valkey");

    private final List<String> program;
    private final String scheme;
    private final String host;
    private final int port;
    private Process process;

    private RedisProcess(String server, String scheme, String host, int port, List<String> listening)
            throws IOException, InterruptedException {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.program = Stream.concat(
                        Stream.of(server, "--bind", host, "--save", "", "--appendonly", "no"), listening.stream())
                .toList();
        start();
    }

    /// @param name `redis-server` on the path, or `valkey-server` as `.ci/tools` installs it
    public static RedisProcess start(String name) throws IOException, InterruptedException {
        return start(name, LOOPBACK);
    }

    /// @param host the address of this machine at which it listens; from any other than loopback, everybody there may
    /// ask it
    public static RedisProcess start(String name, String host) throws IOException, InterruptedException {
        int port = FreePort.any();
        String server = name.startsWith("valkey") ? valkey(name) : name;
        return new RedisProcess(
                server, "redis", host, port, List.of("--port", String.valueOf(port), "--protected-mode", "no"));
    }

    /// Starts `redis-server` on the path, which listens with TLS alone.
    public static RedisProcess encrypted(Path certificate, Path key) throws IOException, InterruptedException {
        int port = FreePort.any();
        List<String> listening = List.of(
                "--port",
                "0",
                "--tls-port",
                String.valueOf(port),
                "--tls-cert-file",
                certificate.toString(),
                "--tls-key-file",
                key.toString(),
                "--tls-ca-cert-file",
                certificate.toString(),
                "--tls-auth-clients",
                "no");
        return new RedisProcess("redis-server", "rediss", LOOPBACK, port, listening);
    }

    private static String valkey(String name) throws IOException {
        try (Stream<Path> files = Files.walk(VALKEY)) {
            return files.filter(file -> file.endsWith(name) && Files.isExecutable(file))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + ", which .ci/tools installs"))
                    .toString();
        }
    }

    /// Starts it again at the same port.
    public void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(program)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!answers()) {
            assertThat(process.isAlive()).as("%s", program).isTrue();
            process.waitFor(20, TimeUnit.MILLISECONDS);
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
        return scheme + "://" + host + ":" + port;
    }

    /// Asks it, by commands that Redis 7.0 has.
    public <T> T ask(Function<RedisCommands<String, String>, T> question) {
        RedisURI redis = RedisURI.create(address());
        redis.setLibraryName("");
        redis.setLibraryVersion("");
        try (RedisClient client = RedisClient.create(redis)) {
            client.setOptions(ClientOptions.builder()
                    .protocolVersion(ProtocolVersion.RESP2)
                    .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                    .build());
            try (StatefulRedisConnection<String, String> connection = client.connect()) {
                return question.apply(connection.sync());
            }
        }
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
