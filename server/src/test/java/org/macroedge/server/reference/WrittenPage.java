package org.macroedge.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page of the documentation that a test generates, so that it is true at every commit.
public final class WrittenPage {

    private WrittenPage() {}

    /// Compares a page below `docs/reference` with what it should be; with `-Dmacro-edge.write=true` it is written.
    public static void assertUpToDate(String name, String generated) throws IOException {
        Path page = Path.of("../docs/reference").resolve(name);
        if (Boolean.getBoolean("macro-edge.write")) {
            Files.writeString(page, generated);
        }
        assertThat(page)
                .as("%s; run this test with -Dmacro-edge.write=true to write it", page)
                .hasContent(generated);
    }
}
