package org.macroedge.server.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProblemsPageTest {

    private static final Path PAGE = Path.of("../docs/reference/problems.md");

    @Test
    void thePageListsEveryDeclaredMessage() throws IOException {
        String generated = ProblemsPage.of(DeclaredMessages.all());
        if (Boolean.getBoolean("macro-edge.write")) {
            Files.writeString(PAGE, generated);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/reference/problems.md; run this test with -Dmacro-edge.write=true to write it")
                .isEqualTo(generated);
    }
}
