package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// The sample is answered as by the version that made the fixture, byte for byte.
class UnchangedAnswersTest {

    private static final String LIST = "answers-sample.txt";

    @TempDir
    static Path folder;

    @Test
    void everyAnswerAboutTheSampleHasTheBytesOfTheVersionBefore() {
        try (Server server = new SampleHome(folder).serve()) {
            assertThat(UnchangedAnswers.lines(LIST)).hasSize(926);
            assertThat(UnchangedAnswers.changed(LIST, server.address())).isEmpty();
        }
    }
}
