package org.macroedge.server.releases.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The selection rules of the intake, one case a line: which release a row belongs to, and what it adds to it.
class IntakeCasesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "intake-cases.csv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 10_000)
    void everyRuleGivesTheOutcomeOfItsCases(
            String rule, String theCase, String indicator, @Nullable String stored, String rows, String expected) {
        assertThat(new IntakeCases(indicator, stored).outcome(rows))
                .as("%s: %s", rule, theCase)
                .isEqualTo(expected);
    }
}
