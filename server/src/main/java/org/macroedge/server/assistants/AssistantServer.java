package org.macroedge.server.assistants;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.macroedge.server.platform.database.DatabaseFaults;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Offers the tools by the Model Context Protocol. A call is answered by itself: no state of a conversation is kept.
public final class AssistantServer {

    private static final Logger LOG = LoggerFactory.getLogger(AssistantServer.class);

    private static final String INSTRUCTIONS =
            "macro-edge measures the surprise of each economic release against its forecast, and adds the surprises up"
                + " to a directional bias per instrument. Every tool takes asOf: its answer then uses nothing that was"
                + " published later. Instants are in UTC. `stale`: nothing has been released for so long that this is"
                + " not today's market. `sampleOnly`: every figure is of the sample, 2014 to 2021. `weightsPrior`:"
                + " directions of the weight set depend on the regime of a region; they are declared, not measured.";

    /// The schema of what every answer has.
    private static final Map<String, Object> OUTPUT = Map.of(
            "type", "object", "properties", Map.of("asOf", Map.of("type", "string")), "required", List.of("asOf"));

    private static final McpJsonMapper MAPPER =
            new JacksonMcpJsonMapper(JsonMapper.builder().build());

    private AssistantServer() {}

    /// @param runner answers what tools ask
    public static AssistantMessages start(AssistantQuery.Runner runner) {
        String version = AssistantServer.class.getPackage().getImplementationVersion();
        AssistantMessages messages = new AssistantMessages(MAPPER);
        McpServer.sync(messages)
                .jsonMapper(MAPPER)
                .serverInfo("macro-edge", version == null ? "unpackaged" : version)
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .validateToolInputs(false) // they are read strictly, and refused in words of our own
                .immediateExecution(true)
                .tools(AssistantTools.ALL.stream()
                        .map(tool -> specification(tool, runner))
                        .toList())
                .build();
        return messages;
    }

    private static SyncToolSpecification specification(AssistantTool tool, AssistantQuery.Runner runner) {
        return new SyncToolSpecification(
                Tool.builder(tool.name(), tool.schema())
                        .title(tool.title())
                        .description(tool.description())
                        .outputSchema(OUTPUT)
                        .annotations(ToolAnnotations.builder()
                                .title(tool.title())
                                .readOnlyHint(true)
                                .destructiveHint(false)
                                .idempotentHint(true)
                                .openWorldHint(false)
                                .build())
                        .build(),
                (context, call) -> result(tool, call, runner));
    }

    /// An answer, or why there is none: a fault of the call is a result for the assistant, who can mend it.
    private static CallToolResult result(AssistantTool tool, CallToolRequest call, AssistantQuery.Runner runner) {
        try {
            Map<String, Object> given = Objects.requireNonNullElse(call.arguments(), Map.of());
            String answer = Json.text(tool.answer(given, runner));
            return CallToolResult.builder()
                    .structuredContent(Json.mapper().readTree(answer))
                    .addTextContent(answer)
                    .isError(false)
                    .build();
        } catch (MacroEdgeException refusal) {
            return refused(refusal);
        } catch (RuntimeException fault) {
            LOG.error("call of {} failed", tool.name(), fault);
            return refused(DatabaseFaults.of(fault).orElseGet(() -> AssistantProblem.FAILED.exception(tool.name())));
        }
    }

    private static CallToolResult refused(MacroEdgeException refusal) {
        return CallToolResult.builder()
                .addTextContent(refusal.code().code() + ": " + refusal.getMessage())
                .isError(true)
                .build();
    }
}
