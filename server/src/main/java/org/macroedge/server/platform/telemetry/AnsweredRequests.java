package org.macroedge.server.platform.telemetry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.log.ActivityLog;
import org.macroedge.server.platform.trace.TracedRequest;
import org.macroedge.server.platform.trace.Traces;
import org.macroedge.server.platform.web.Caller;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/// Hears of every request when its answer has been sent, whoever answered it: a controller, a filter in front of them,
/// or the web server itself, which refuses what is no valid HTTP.
@ServerOnly
public final class AnsweredRequests implements RequestLog, WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final String GOES_ON = AnsweredRequests.class.getName() + ".goesOn";

    private final RequestMeters meters;

    AnsweredRequests(RequestMeters meters) {
        this.meters = meters;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setRequestLog(this));
    }

    /// Names the route of a request that does not come to a controller.
    ///
    /// @param path of an operation, with the names of its variables
    public static void name(HttpServletRequest request, String path) {
        request.setAttribute(AnsweredRequest.ROUTE, path);
    }

    /// The same of a request that the web server itself answers.
    public static void name(Request request, String path) {
        request.setAttribute(AnsweredRequest.ROUTE, path);
    }

    /// Says of a request that its answer goes on until its client leaves, so that how long it takes means nothing.
    public static void goesOn(HttpServletRequest request) {
        request.setAttribute(GOES_ON, true);
    }

    @Override
    public void log(Request request, Response response) {
        AnsweredRequest answered = AnsweredRequest.of(request, response);
        if (Traces.isOn() && request.getAttribute(TracedRequest.ATTRIBUTE) instanceof TracedRequest traced) {
            traced.end(answered.method(), answered.route(), answered.status(), id(response));
        }
        if (request.getAttribute(GOES_ON) == null) {
            meters.add(answered);
        }
        if (ActivityLog.isOn()) {
            ActivityLog.add("request", fields(answered, request, response));
        }
    }

    /// Neither the path nor the query, which may hold anything; the caller by its name, never by what it sent.
    private static Map<String, Object> fields(AnsweredRequest answered, Request request, Response response) {
        Map<String, Object> fields = new LinkedHashMap<>();
        String id = id(response);
        if (!id.isEmpty()) {
            fields.put("request", id);
        }
        if (Traces.isOn() && request.getAttribute(TracedRequest.ATTRIBUTE) instanceof TracedRequest traced) {
            fields.put(TracedRequest.LOGGED, traced.traceId());
        }
        if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            fields.put("principalKind", caller.kind().code());
            fields.put("principal", caller.name());
        }
        fields.put("method", answered.method());
        fields.put("route", answered.route());
        fields.put("status", answered.status());
        fields.put("seconds", ActivityLog.seconds(answered.nanos()));
        return fields;
    }

    /// Empty where the request was no valid HTTP.
    private static String id(Response response) {
        return Objects.requireNonNullElse(response.getHeaders().get("X-Request-Id"), "");
    }
}
