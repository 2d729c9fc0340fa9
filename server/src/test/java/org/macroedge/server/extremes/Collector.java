package org.macroedge.server.extremes;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// A collector of traces at the edge of OTLP over HTTP: it decodes what it is sent, and keeps it.
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        ExportTraceServiceRequest sent = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Collector-Key")));
        sent.getResourceSpansList()
                .forEach(resource -> resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /// Everything that was sent so far.
    List<Span> spans() {
        return spans;
    }

    /// The header of each message.
    List<String> keys() {
        return keys;
    }

    /// Waits for a span of a trace with a name, and gives the trace as it is then: its spans are sent in the order in
    /// which they end, the request's last.
    ///
    /// @param traceId 32 hexadecimal digits
    List<Span> trace(String traceId, String name) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            List<Span> trace = spans.stream()
                    .filter(span -> id(span.getTraceId()).equals(traceId))
                    .toList();
            if (trace.stream().anyMatch(span -> span.getName().equals(name))) {
                return trace;
            }
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(30)) {
                throw new AssertionError(name + " is not in trace " + traceId + ": " + trace);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    static String id(ByteString bytes) {
        StringBuilder text = new StringBuilder();
        bytes.forEach(part -> text.append("%02x".formatted(part)));
        return text.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
