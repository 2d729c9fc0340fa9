package org.macroedge.server.releases.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Between which market times a batch announces a change, so that derived rows are computed anew from there, one
/// case a line.
class ChangedCasesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "changed-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyBatchAnnouncesWhatItsCaseSays(
            String theCase, String indicator, @Nullable String stored, String rows, String expected) {
        assertThat(new IntakeCases(indicator, stored).changed(rows))
                .as(theCase)
                .isEqualTo(expected.equals("nothing") ? "" : expected);
    }
}
