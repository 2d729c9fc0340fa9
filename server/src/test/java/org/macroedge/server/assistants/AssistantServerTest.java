package org.macroedge.server.assistants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.json.Json;

class AssistantServerTest {

    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"indices\",\"arguments\":{}}}";

    @Test
    void aFaultOfTheProgramIsToldWithoutItsCause() throws IOException {
        AssistantMessages messages = AssistantServer.start(new AssistantQuery.Runner() {
            @Override
            public <T> T run(AssistantQuery<T> query) {
                throw new IllegalStateException("a secret of the program");
            }
        });
        StringWriter out = new StringWriter();

        AssistantLines.serve(
                messages, new ByteArrayInputStream(CALL.getBytes(StandardCharsets.UTF_8)), new PrintWriter(out));

        String text = Json.mapper()
                .readTree(out.toString())
                .at("/result/content/0/text")
                .asString();
        assertThat(text).startsWith("internal").doesNotContain("secret");
        DeclaredMessages.assertSeen("AssistantProblem.FAILED", text.substring(text.indexOf(": ") + 2));
    }
}
