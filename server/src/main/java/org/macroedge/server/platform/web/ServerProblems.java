package org.macroedge.server.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Json;
import org.springframework.http.MediaType;

/// Writes what the web server rejects by itself as problems: requests that are no valid HTTP never reach the
/// application. The connection is closed, since nobody knows where the next request would begin; the answer says so, or
/// a client would send its next request there.
final class ServerProblems extends ErrorHandler {

    /// The web server's own names for an address that it did not read.
    private static final Set<String> UNREAD = Set.of("/badMessage", "/badURI");

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        byte[] body = body(status, path(request), response.getHeaders());
        response.setStatus(EdgeProblem.of(status).code().status());
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /// As it was sent, if it has the form of an address at all.
    private static String path(Request request) {
        String path = String.valueOf(request.getHttpURI().getPath());
        if (UNREAD.contains(path)) {
            return "/";
        }
        try {
            return new URI(path).toASCIIString();
        } catch (URISyntaxException malformed) {
            return "/";
        }
    }

    private static byte[] body(int status, String path, HttpFields.Mutable headers) {
        byte[] body = Json.line(EdgeProblem.of(status).view(path));
        headers.put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
        headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        headers.put("X-Content-Type-Options", "nosniff");
        return body;
    }
}
