package org.macroedge.server.assistants;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.macroedge.server.platform.telemetry.AnsweredRequests;
import org.macroedge.server.platform.web.ServerPaths;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Messages over HTTP: one in the body of a POST, and its answer in that of the response. There are no sessions, so
/// that nothing is sent unasked. Who may read may call tools: the filter of access has let the request through.
final class AssistantServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /// As many bytes as the longest message can have.
    private static final int MOST_BYTES = 4 * AssistantMessages.LONGEST;

    /// What a client sends with each message once a version has been agreed on.
    private static final String VERSION = "MCP-Protocol-Version";

    private final transient AssistantMessages messages;

    AssistantServlet(AssistantMessages messages) {
        this.messages = messages;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AnsweredRequests.name(request, ServerPaths.ASSISTANTS);
        if (!request.getMethod().equals("POST")) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value());
        } else if (!isJson(request.getContentType())) {
            response.setHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
            response.setStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        } else {
            answer(request, response);
        }
    }

    private static boolean isJson(String type) {
        try {
            return type != null && MediaType.parseMediaType(type).isCompatibleWith(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        String message =
                new String(body.length > MOST_BYTES ? Arrays.copyOf(body, MOST_BYTES) : body, StandardCharsets.UTF_8);
        String version = request.getHeader(VERSION);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (version != null && !messages.protocolVersions().contains(version)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            write(messages.otherVersion(version), response);
            return;
        }
        String answer = messages.answer(message);
        if (answer == null) {
            response.setStatus(HttpStatus.ACCEPTED.value());
            return;
        }
        write(answer, response);
    }

    private static void write(String answer, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
