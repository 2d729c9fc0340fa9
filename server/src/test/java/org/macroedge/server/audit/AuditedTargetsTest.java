package org.macroedge.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AuditedTargetsTest {

    @ParameterizedTest(name = "{0}, status {1}")
    @CsvFileSource(resources = "target-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void onlyTheIdsOfWhatExistsAreKept(String text, int status, @Nullable String kept) {
        assertThat(AuditedTargets.of(List.of(text), status)).isEqualTo(kept == null ? List.of() : List.of(kept));
    }
}
