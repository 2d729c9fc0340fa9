package org.macroedge.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerSpoolTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255 * 1024, 256 * 1024, 256 * 1024 + 1, 3_000_000})
    void anAnswerOfAnyLengthComesOutAsItWentInAndLeavesNoFile(int length) throws Exception {
        byte[] bytes = new byte[length];
        new SplittableRandom(7).nextBytes(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String tag;
        try (AnswerSpool spool = new AnswerSpool(folder);
                AnswerSpool parts = new AnswerSpool(folder)) {
            spool.write(bytes);
            for (int from = 0; from < length; from += 8_000) {
                parts.write(bytes, from, Math.min(8_000, length - from));
            }
            tag = spool.tag();
            assertThat(parts.tag()).isEqualTo(tag);
            assertThat(spool.tag()).isEqualTo(tag);
            spool.copyTo(out);
        }
        assertThat(out.toByteArray()).isEqualTo(bytes);
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
