package org.macroedge.server.graphql;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.telemetry.AnsweredRequests;
import org.macroedge.server.platform.web.ServerPaths;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Queries as GraphQL over HTTP has them: one in the body of a POST. Who may read may ask: the filter of access has let
/// the request through.
final class GraphqlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /// With this type, a client learns by the status too that nothing was answered.
    private static final String RESPONSE_TYPE = "application/graphql-response+json";

    private final transient Supplier<GraphqlEngine> engine;

    /// @param engine asked for with the first query, since it takes a while to be made
    GraphqlServlet(Supplier<GraphqlEngine> engine) {
        this.engine = engine;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AnsweredRequests.name(request, ServerPaths.GRAPHQL);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean isNew = accepts(request);
        response.setContentType(isNew ? RESPONSE_TYPE : MediaType.APPLICATION_JSON_VALUE);
        GraphqlAnswer answer;
        try {
            checkHeaders(request, response);
            answer = engine.get().answer(read(request));
            response.setStatus(isNew ? answer.status() : HttpStatus.OK.value());
        } catch (MacroEdgeException refusal) {
            response.setStatus(refusal.code().status());
            answer = GraphqlAnswer.refused(refusal);
        }
        response.getOutputStream().write(Json.line(answer.body()));
    }

    private static GraphqlRequest read(HttpServletRequest request) throws IOException {
        return GraphqlRequest.read(request.getInputStream().readNBytes(GraphqlLimits.BODY + 1));
    }

    private static void checkHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("POST")) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            throw GraphqlProblem.NOT_A_POST.exception(ShownText.of(request.getMethod()));
        }
        if (!isJson(request.getContentType())) {
            throw GraphqlProblem.OTHER_TYPE.exception();
        }
    }

    private static boolean isJson(String type) {
        try {
            return type != null && MediaType.parseMediaType(type).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static boolean accepts(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains(RESPONSE_TYPE);
    }
}
