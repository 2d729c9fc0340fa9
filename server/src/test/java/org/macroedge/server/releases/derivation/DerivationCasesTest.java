package org.macroedge.server.releases.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What releases follow from what sources stated, one case a line.
class DerivationCasesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "derivation-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRuleGivesTheReleasesOfItsCases(
            String rule, String theCase, String indicator, String rows, String expected) {
        assertThat(new DerivationCases(indicator, rows).outcome())
                .as("%s: %s", rule, theCase)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "derivation-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void neitherTheOrderOfRowsNorThatOfSourcesChangesWhatIsKnown(
            String rule, String theCase, String indicator, String rows, String expected) {
        DerivationCases cases = new DerivationCases(indicator, rows);
        List<String> facts = cases.unnamedInOrder(true);
        assertThat(cases.unnamedInOrder(false)).as("%s: %s", rule, theCase).isEqualTo(facts);
        assertThat(cases.unnamedReversed()).as("%s: %s", rule, theCase).isEqualTo(facts);
    }

    @Test
    void aRowThatIsSetAsideNamesWhatContradictsIt() {
        assertThat(new DerivationCases(
                                "us-cpi-mom",
                                "good.1 2021-06-10T12:30:00Z actual=0.5 previous=0.3;"
                                        + " good.1 2021-06-10T12:30:00Z actual=7.1 previous=6.8")
                        .messages())
                .containsExactly(
                        "another figure under the same title at the same time: good:2 (7.1);"
                                + " tell them apart with `when`, or declare their periods",
                        "another figure under the same title at the same time: good:1 (0.5);"
                                + " tell them apart with `when`, or declare their periods");
        assertThat(new DerivationCases(
                                "us-cpi-mom",
                                "good.1 2021-06-10T12:30:00Z actual=0.5 previous=0.3;"
                                        + " good.2 2021-06-10T12:30:00Z actual=7.1 previous=6.8")
                        .messages())
                .containsExactly("another figure of this source at the same time: 0.5 from good:1");
        assertThat(new DerivationCases(
                                "us-cpi-mom",
                                "good.1 2021-06-10T12:30:00Z actual=0.5 previous=0.3;"
                                        + " worse.2 2021-06-20T12:30:00Z actual=7.1 previous=6.8")
                        .messages())
                .containsExactly("a better source, good, has another figure near it: 0.5 at 2021-06-10T12:30:00Z;"
                        + " this looks like a later stage or another series");
        assertThat(new DerivationCases(
                                "us-nonfarm-payrolls",
                                "good.1 2012-01-06T13:30:00Z actual=200 previous=120;"
                                        + " good.1 2012-01-04T13:30:00Z actual=155 previous=120"
                                        + " spill=2013-01-04T13:30:00Z")
                        .messages())
                .containsExactly("nothing shows whether this row belongs to 2012-01-04T13:30:00Z or one year later;"
                        + " the file's rows around it contradict each other");
    }
}
