package org.macroedge.server.assistants;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.json.Json;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// Answers messages of JSON-RPC, whatever brings them. What is not a request of the protocol is refused here, in our
/// own words; the library answers the others. Thread-safe.
public final class AssistantMessages implements McpStatelessServerTransport {

    /// In characters; far above any call of a tool.
    static final int LONGEST = 1 << 20;

    private static final List<String> METHODS = List.of(
            McpSchema.METHOD_INITIALIZE,
            McpSchema.METHOD_PING,
            McpSchema.METHOD_TOOLS_LIST,
            McpSchema.METHOD_TOOLS_CALL);

    private final McpJsonMapper mapper;
    private volatile @Nullable McpStatelessServerHandler library;

    AssistantMessages(McpJsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
        library = handler;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /// The codes of JSON-RPC 2.0, section 5.1.
    private enum Code {
        PARSE_ERROR(-32700),
        INVALID_REQUEST(-32600),
        METHOD_NOT_FOUND(-32601),
        INVALID_PARAMS(-32602);

        private final int number;

        Code(int number) {
            this.number = number;
        }
    }

    /// The answer to a message, as one line without its end.
    ///
    /// @param message one longer than [#LONGEST] may be cut there
    /// @return null where the message wants none
    @Nullable
    String answer(String message) {
        if (message.length() > LONGEST) {
            return error(NullNode.getInstance(), Code.INVALID_REQUEST, AssistantProblem.TOO_LONG.exception(LONGEST));
        }
        JsonNode json;
        try {
            json = Json.mapper().readTree(message);
        } catch (JacksonException | NumberFormatException unreadable) {
            return error(NullNode.getInstance(), Code.PARSE_ERROR, AssistantProblem.NOT_JSON.exception());
        }
        JsonNode id = json.path("id");
        boolean isRequest = json.path("jsonrpc").asString("").equals("2.0")
                && json.path("method").isString()
                && (id.isMissingNode() || id.isString() || id.isIntegralNumber() && id.canConvertToLong());
        if (!isRequest) {
            return json.has("result") || json.has("error")
                    ? null
                    : error(NullNode.getInstance(), Code.INVALID_REQUEST, AssistantProblem.NOT_A_REQUEST.exception());
        }
        return id.isMissingNode() ? notified(json) : answer(json, id);
    }

    /// The answer to a message that is sent under a version of the protocol which is not spoken here.
    String otherVersion(String version) {
        return error(
                NullNode.getInstance(),
                Code.INVALID_REQUEST,
                AssistantProblem.OTHER_VERSION.exception(ShownText.of(version), String.join(", ", protocolVersions())));
    }

    /// Nobody can be told of a notification that cannot be read.
    private @Nullable String notified(JsonNode notification) {
        try {
            library()
                    .handleNotification(
                            McpTransportContext.EMPTY,
                            new JSONRPCNotification(notification.path("method").asString(), parameters(notification)))
                    .block();
        } catch (RuntimeException unreadable) {
            // as above
        }
        return null;
    }

    private String answer(JsonNode request, JsonNode id) {
        String method = request.path("method").asString();
        if (!METHODS.contains(method)) {
            return error(
                    id,
                    Code.METHOD_NOT_FOUND,
                    AssistantProblem.UNKNOWN_METHOD.exception(ShownText.of(method), String.join(", ", METHODS)));
        }
        try {
            if (method.equals(McpSchema.METHOD_TOOLS_CALL)) {
                checkCall(request.path("params"));
            }
            JSONRPCResponse answer = library()
                    .handleRequest(McpTransportContext.EMPTY, new JSONRPCRequest(method, key(id), parameters(request)))
                    .block();
            if (answer != null && answer.error() == null) {
                return mapper.writeValueAsString(answer);
            }
        } catch (MacroEdgeException refusal) {
            return error(id, Code.INVALID_PARAMS, refusal);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (RuntimeException unreadable) {
            // what happens within a tool is its result
        }
        return error(id, Code.INVALID_PARAMS, AssistantProblem.UNREADABLE_PARAMETERS.exception(method));
    }

    private static Object key(JsonNode id) {
        return id.isString() ? id.asString() : id.asLong();
    }

    private McpStatelessServerHandler library() {
        return Objects.requireNonNull(library, "no server was built on these messages");
    }

    private Object parameters(JsonNode message) {
        JsonNode parameters = message.path("params");
        return mapper.convertValue(parameters.isMissingNode() ? Map.of() : parameters, Object.class);
    }

    /// @throws MacroEdgeException where a call names no tool, or its arguments are not an object
    private static void checkCall(JsonNode call) {
        String name = call.path("name").asString("");
        List<String> tools =
                AssistantTools.ALL.stream().map(AssistantTool::name).toList();
        if (!tools.contains(name)) {
            throw AssistantProblem.UNKNOWN_TOOL.exception(ShownText.of(name), String.join(", ", tools));
        }
        JsonNode arguments = call.path("arguments");
        if (!arguments.isMissingNode() && !arguments.isNull() && !arguments.isObject()) {
            throw AssistantProblem.NO_ARGUMENTS.exception(name);
        }
    }

    private static String error(JsonNode id, Code code, MacroEdgeException refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code.number);
        error.put("message", String.valueOf(refusal.getMessage()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("error", error);
        return Json.text(answer);
    }
}
