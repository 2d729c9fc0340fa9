package org.macroedge.server.platform.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// moto, which stands in for AWS as a server of its own on loopback.
public record MotoServer(Process process, int port) implements AutoCloseable {

    private static final Path PROGRAM = Path.of("../target/moto/bin/moto_server");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    public static MotoServer start(Path log) throws IOException, InterruptedException {
        assertThat(PROGRAM).as("moto, which .ci/tools installs").isExecutable();
        int port = FreePort.any();
        Process process = new ProcessBuilder(PROGRAM.toString(), "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long start = System.nanoTime();
        while (!answers(port)) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return new MotoServer(process, port);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
