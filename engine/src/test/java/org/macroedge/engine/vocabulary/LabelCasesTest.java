package org.macroedge.engine.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LabelCasesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/label.csv", numLinesToSkip = 1)
    void theLabelFollowsTheScore(double score, String label) {
        assertThat(Label.ofScore(score).code()).isEqualTo(label);
    }
}
