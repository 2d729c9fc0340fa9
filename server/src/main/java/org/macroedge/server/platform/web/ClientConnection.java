package org.macroedge.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Whether the client of a request still waits for its answer. The web server notices a closed connection only when it
/// writes, which an import does at its end. Linux lists the state of every connection; on other systems, a client
/// counts as there.
///
/// @param client the port of the client
/// @param server the port of this server
public record ClientConnection(int client, int server) {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ESTABLISHED = "01";
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;

    /// The connection of a request.
    public static ClientConnection of(HttpServletRequest request) {
        return new ClientConnection(request.getRemotePort(), request.getLocalPort());
    }

    /// Whether the client has closed the connection.
    public boolean isClosed() {
        boolean known = false;
        for (Path table : TABLES) {
            try (Stream<String> lines = Files.lines(table, StandardCharsets.US_ASCII)) {
                known = true;
                if (lines.anyMatch(this::isOpen)) {
                    return false;
                }
            } catch (IOException unknown) {
                // no such table here
            }
        }
        return known;
    }

    private boolean isOpen(String line) {
        String[] words = line.strip().split(" +");
        return words.length > STATE
                && port(words[LOCAL]) == server
                && port(words[REMOTE]) == client
                && words[STATE].equals(ESTABLISHED);
    }

    private static int port(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? -1 : HexFormat.fromHexDigits(address, colon + 1, address.length());
    }
}
