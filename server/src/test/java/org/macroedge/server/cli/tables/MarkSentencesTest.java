package org.macroedge.server.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.vocabulary.Mark;

/// The board and the command line explain a mark in the same words.
class MarkSentencesTest {

    private static final Path WORDS = Path.of("../ui/src/shared/format/labels.ts");

    @ParameterizedTest
    @EnumSource
    void aMarkHasTheSentenceOfTheBoard(Mark mark) throws IOException {
        assertThat(Files.readString(WORDS)).contains("sentence: '" + mark.sentence() + "'");
    }
}
