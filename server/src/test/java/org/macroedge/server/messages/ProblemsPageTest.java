package org.macroedge.server.messages;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.macroedge.server.reference.WrittenPage;

class ProblemsPageTest {

    @Test
    void thePageListsEveryDeclaredMessage() throws IOException {
        WrittenPage.assertUpToDate("problems.md", ProblemsPage.of(DeclaredMessages.all()));
    }
}
