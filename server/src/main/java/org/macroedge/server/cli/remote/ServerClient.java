package org.macroedge.server.cli.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.json.Json;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;

/// Asks a running server on this machine over HTTP. It uses the JDK's old client: the new one sets up encryption and
/// threads of its own, which takes longer than a whole answer does.
public final class ServerClient {

    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(60).toMillis();

    /// A body of more bytes is sent only once the server wants it.
    private static final long UNASKED = 1 << 20;

    private final URI server;
    private final long process;
    private final String secret;

    public ServerClient(ServerFile server) {
        this(server.address(), server.processId(), server.secret());
    }

    /// A server of which only the address is known.
    public ServerClient(URI server) {
        this(server, 0, "");
    }

    private ServerClient(URI server, long process, String secret) {
        this.server = server;
        this.process = process;
        this.secret = secret;
    }

    /// The body of an answer; null where nobody answers.
    ///
    /// @param path below `/api/v1/`
    /// @throws MacroEdgeException with the code and the words of the server's problem
    public byte @Nullable [] get(String path, Map<String, @Nullable String> parameters) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        return read(address(path, parameters), body -> body.transferTo(whole)) ? whole.toByteArray() : null;
    }

    /// An answer as its shape, read as it comes; null where nobody answers.
    ///
    /// @throws MacroEdgeException as [#get], and where the server broke off before the end
    public <T> @Nullable T get(String path, Map<String, @Nullable String> parameters, Class<T> shape) {
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        return read(address(path, parameters), body -> answer.set(parsed(body, shape))) ? answer.get() : null;
    }

    private static <T> T parsed(InputStream body, Class<T> shape) throws IOException {
        try {
            return Json.mapper().readValue(body, shape);
        } catch (JacksonIOException broken) {
            throw broken.getCause();
        }
    }

    /// The server's state, as `/actuator/health` gives it; null where nobody answers.
    public byte @Nullable [] health() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        return read(server.resolve("/actuator/health"), body -> body.transferTo(whole)) ? whole.toByteArray() : null;
    }

    /// Copies the body of an answer as it comes.
    ///
    /// @return false where nobody answers
    /// @throws MacroEdgeException as [#get], and where the server broke off before the end
    public boolean copy(String path, Map<String, @Nullable String> parameters, PrintWriter out) {
        return read(
                address(path, parameters), body -> new InputStreamReader(body, StandardCharsets.UTF_8).transferTo(out));
    }

    /// The same for an answer that is not text.
    public boolean copy(String path, Map<String, @Nullable String> parameters, OutputStream out) {
        return read(address(path, parameters), body -> body.transferTo(out));
    }

    @FunctionalInterface
    private interface BodyReader {
        void read(InputStream body) throws IOException;
    }

    private boolean read(URI address, BodyReader reader) {
        return watched(ServerMessage.BROKE_OFF, address, connection -> {
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                connection.connect();
            } catch (ConnectException gone) {
                return false;
            }
            if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
                try (InputStream body = connection.getInputStream()) {
                    reader.read(body);
                    return true;
                }
            }
            throw problem(connection);
        });
    }

    @FunctionalInterface
    private interface Exchange<T> {
        T over(HttpURLConnection connection) throws IOException;
    }

    /// @param brokenOff what is told where the server does not answer to the end
    private <T> T watched(ServerMessage brokenOff, URI address, Exchange<T> exchange) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            if (!secret.isEmpty()) {
                connection.setRequestProperty("Authorization", "Bearer " + secret);
            }
            try (ServerWatch watch = ServerWatch.over(server, process, connection::disconnect)) {
                return exchanged(exchange, connection, watch);
            }
        } catch (IOException fault) {
            throw brokenOff.causedBy(fault, server, reason(fault));
        }
    }

    private <T> T exchanged(Exchange<T> exchange, HttpURLConnection connection, ServerWatch watch) throws IOException {
        try {
            return exchange.over(connection);
        } catch (IOException fault) {
            if (watch.isSilent()) {
                throw ServerMessage.SILENT.causedBy(fault, server);
            }
            throw fault;
        }
    }

    /// Changes something.
    ///
    /// @param method `POST` or `DELETE`
    /// @param body null for none
    public byte[] change(
            String method, String path, Map<String, @Nullable String> parameters, @Nullable MultipartBody body) {
        return body == null
                ? change(method, address(path, parameters), null, 0, out -> {})
                : change(method, address(path, parameters), body.contentType(), body.length(), body::write);
    }

    /// Posts a body of JSON.
    public byte[] post(String path, Object body) {
        byte[] json = Json.bytes(body);
        return change("POST", address(path, Map.of()), "application/json", json.length, out -> out.write(json));
    }

    @FunctionalInterface
    private interface BodyWriter {
        void write(OutputStream out) throws IOException;
    }

    /// @param contentType null where there is no body
    /// @param length of the body; negative where it is not known
    private byte[] change(String method, URI address, @Nullable String contentType, long length, BodyWriter body) {
        return watched(ServerMessage.CHANGE_BROKE_OFF, address, connection -> {
            connection.setRequestMethod(method);
            if (contentType != null) {
                connection.setRequestProperty("Content-Type", contentType);
                send(connection, length, body);
            }
            if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
                try (InputStream answer = connection.getInputStream()) {
                    return answer.readAllBytes();
                }
            }
            throw problem(connection);
        });
    }

    /// The failure of a server that does not answer.
    public MacroEdgeException gone() {
        return ServerMessage.WENT_AWAY.exception(server);
    }

    private static String reason(IOException fault) {
        return fault instanceof SocketTimeoutException
                ? "no answer for " + PATIENCE_MILLIS / 1000 + " seconds"
                : "the connection ended before the answer";
    }

    /// Sends a body, unless the server refuses it by its head alone; the status of its answer can be read afterwards.
    private static void send(HttpURLConnection connection, long length, BodyWriter body) throws IOException {
        connection.setDoOutput(true);
        if (length < 0) {
            connection.setChunkedStreamingMode(0);
        } else {
            connection.setFixedLengthStreamingMode(length);
        }
        if (length < 0 || length > UNASKED) {
            connection.setRequestProperty("Expect", "100-continue");
        }
        try (OutputStream out = connection.getOutputStream()) {
            body.write(out);
        } catch (ProtocolException refused) {
            connection.getResponseCode();
        }
    }

    private URI address(String path, Map<String, @Nullable String> parameters) {
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> parameter.getValue() != null)
                        .map(parameter -> parameter.getKey() + "=" + encoded(String.valueOf(parameter.getValue())))
                        .collect(Collectors.joining("&"));
        return server.resolve("/api/v1/" + path + (query.isEmpty() ? "" : "?" + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private MacroEdgeException problem(HttpURLConnection connection) throws IOException {
        if (!"application/problem+json".equals(connection.getContentType())) {
            return ServerMessage.STRANGE_ANSWER.exception(server, connection.getResponseCode());
        }
        try (InputStream body = connection.getErrorStream()) {
            if (body == null) {
                return refused(connection.getResponseCode());
            }
            JsonNode problem = Json.mapper().readTree(body);
            String type = problem.path("type").asString("");
            ProblemCode code = Arrays.stream(ProblemCode.values())
                    .filter(known -> known.type().equals(type))
                    .findFirst()
                    .orElse(ProblemCode.INTERNAL);
            return MacroEdgeException.relayed(code, problem.path("detail").asString(""));
        }
    }

    /// The JDK's client keeps no body of an answer that comes before the request's own body was sent.
    private MacroEdgeException refused(int status) {
        return status == ProblemCode.UPLOAD_TOO_LARGE.status()
                ? ServerMessage.UPLOAD_REFUSED.exception(server, Variable.UPLOAD_LIMIT.key())
                : ServerMessage.STRANGE_ANSWER.exception(server, status);
    }
}
