package org.macroedge.server.reference;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

class SchemaPageTest {

    @Test
    void thePageListsEveryTableAndView() throws IOException {
        try (Database database = TestDatabase.fresh()) {
            WrittenPage.assertUpToDate("schema.md", SchemaPage.of(database));
        }
    }
}
