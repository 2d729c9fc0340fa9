package org.macroedge.server.ready;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBytesTest {

    private static final int MOST_BYTES = 10_000;

    private static DatedAnswer answer(int length) {
        byte[] body = "é1".repeat(length).substring(0, length).getBytes(StandardCharsets.UTF_8);
        return new DatedAnswer(
                ReadyAnswer.of("\"a.01\"", "application/json", "no-cache", body),
                Instant.parse("2022-02-01T08:30:00.123456789Z"),
                Instant.parse("2022-02-01T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 1_399, 6_000})
    void anAnswerIsReadAsItWasWritten(int length) {
        DatedAnswer written = answer(length);
        DatedAnswer read = Objects.requireNonNull(AnswerBytes.read(AnswerBytes.of(written), MOST_BYTES));

        assertThat(read.from()).isEqualTo(written.from());
        assertThat(read.until()).isEqualTo(written.until());
        assertThat(read.answer()).usingRecursiveComparison().isEqualTo(written.answer());
    }

    @Test
    void bytesOfWhichOneIsAnotherOrMissingAreNoAnswer() {
        byte[] bytes = AnswerBytes.of(answer(6_000));
        for (int index = 0; index < bytes.length; index++) {
            byte[] changed = bytes.clone();
            changed[index] ^= 1;
            assertThat(AnswerBytes.read(changed, MOST_BYTES))
                    .as("byte %d", index)
                    .isNull();
            assertThat(AnswerBytes.read(Arrays.copyOf(bytes, index), MOST_BYTES))
                    .as("%d bytes", index)
                    .isNull();
        }
        assertThat(AnswerBytes.read(Arrays.copyOf(bytes, bytes.length + 1), MOST_BYTES))
                .isNull();
    }

    @Test
    void anAnswerThatIsTooLongIsNotTaken() {
        byte[] bytes = AnswerBytes.of(answer(6_000));
        int length = answer(6_000).answer().plain().length;
        assertThat(AnswerBytes.read(bytes, length)).isNotNull();
        assertThat(AnswerBytes.read(bytes, length - 1)).isNull();
    }
}
