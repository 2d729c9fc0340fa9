package org.macroedge.server.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.home.HomeFiles;
import org.slf4j.LoggerFactory;

/// The port of the embedded database, which stays the same across starts as long as it is free. The file holds it as
/// decimal digits.
record DatabasePort(Path file) {

    /// Below the ports that operating systems give to outgoing connections, which could take it between two starts.
    private static final int FIRST = 15_432;

    private static final int COUNT = 10_000;
    private static final int ATTEMPTS = 100;

    /// The port that the file holds; empty where there is none or the file says something else.
    OptionalInt read() {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.limit(1)
                    .map(String::strip)
                    .filter(line -> line.matches("[1-9]\\d{3,4}"))
                    .mapToInt(Integer::parseInt)
                    .filter(port -> port <= 0xFFFF)
                    .findFirst();
        } catch (IOException absent) {
            return OptionalInt.empty();
        }
    }

    /// The port for the next start: that of the last one where it is free, else another, which the log tells.
    ///
    /// @param unusable the port of a start that failed a moment ago, which is not taken again; 0 for none
    int next(int unusable) throws IOException {
        OptionalInt last = read();
        if (last.isPresent() && last.getAsInt() != unusable && isFree(last.getAsInt())) {
            return last.getAsInt();
        }
        int port = free();
        HomeFiles.write(file, port + "\n");
        if (last.isPresent()) {
            Logging.await();
            LoggerFactory.getLogger(DatabasePort.class).warn(LogMessage.PORT_TAKEN.advice(last.getAsInt(), port));
        }
        return port;
    }

    private static int free() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
