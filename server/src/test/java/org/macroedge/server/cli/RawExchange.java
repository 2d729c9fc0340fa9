package org.macroedge.server.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// One request as it stands, over a connection of its own, and what came back.
///
/// @param headers by their names in small letters, each with its values in order
/// @param body without the marks of its chunks, as it was compressed
record RawExchange(int status, Map<String, List<String>> headers, byte[] body) {

    private static final int PATIENCE_MILLIS = 20_000;

    /// @param line such as `GET / HTTP/1.1`
    /// @param headers each such as `Host: 127.0.0.1:8080`; the one that closes the connection is added
    static RawExchange send(URI address, String line, List<String> headers) throws IOException {
        return send(address, line, headers, "");
    }

    /// The same with a body, as it stands.
    static RawExchange send(URI address, String line, List<String> headers, String body) throws IOException {
        String head = line + "\r\n"
                + String.join(
                        "", headers.stream().map(header -> header + "\r\n").toList());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write((head + "Connection: close\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            return of(socket.getInputStream().readAllBytes());
        }
    }

    private static RawExchange of(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>();
        for (int index = 1; index < lines.length; index++) {
            String[] parts = lines[index].split(": ?", 2);
            headers.merge(
                    parts[0].toLowerCase(Locale.ROOT),
                    List.of(parts[1]),
                    (first, second) ->
                            Stream.concat(first.stream(), second.stream()).toList());
        }
        byte[] rest = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        boolean chunked = headers.containsKey("transfer-encoding");
        return new RawExchange(Integer.parseInt(lines[0].split(" ")[1]), headers, chunked ? joined(rest) : rest);
    }

    private static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        int position = 0;
        while (position < chunks.length) {
            int line = text.indexOf("\r\n", position);
            int length = Integer.parseInt(text.substring(position, line), 16);
            body.write(chunks, line + 2, length);
            position = line + 2 + length + 2;
        }
        return body.toByteArray();
    }

    /// The body as it was before it was compressed.
    byte[] plainBody() throws IOException {
        if (!headers.containsKey("content-encoding")) {
            return body;
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readAllBytes();
        }
    }
}
