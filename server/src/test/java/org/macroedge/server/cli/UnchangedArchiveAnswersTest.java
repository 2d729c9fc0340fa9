package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// The archive is answered as by the version that made the fixture, byte for byte. The sample was there first and is
/// taken out again, which leaves no trace.
@Tag("recorded")
class UnchangedArchiveAnswersTest {

    private static final Path ARCHIVE =
            Path.of(System.getProperty("macro-edge.recorded"), "calendar", "forexfactory-2010-2021");
    private static final String LIST = "answers-archive.txt";

    @TempDir
    static Path folder;

    @Test
    void everyAnswerAboutTheArchiveHasTheBytesOfTheVersionBefore() {
        SampleHome home = new SampleHome(folder);
        assertThat(home.run("import calendar " + ARCHIVE + " --profile forexfactory-archive")
                        .status())
                .isZero();
        assertThat(home.run("sample remove").status()).isZero();
        try (Server server = home.serve()) {
            assertThat(UnchangedAnswers.lines(LIST)).hasSize(961);
            assertThat(UnchangedAnswers.changed(LIST, server.address())).isEmpty();
        }
    }
}
