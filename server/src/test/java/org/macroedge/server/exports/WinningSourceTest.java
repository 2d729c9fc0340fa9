package org.macroedge.server.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Several sources of one release: every answer and export has the same winner. Of the sources, the catalogue ranks
/// `forexfactory-archive` and does not list `lowly`.
class WinningSourceTest {

    private static final String CPI = "au-cpi-qoq";
    private static final SourceImport BETTER = better("2021-10-27 00:30,au-cpi-qoq,0.8,0.7,0.8\n");
    private static final SourceImport ANNOUNCED = better("2021-10-27 00:30,au-cpi-qoq,,0.7,0.8\n");
    private static final SourceImport EARLY = worse("2021-10-26 23:30,au-cpi-qoq,1.8,0.1,0.8\n");
    private static final SourceImport LATE = worse("2021-10-27 01:30,au-cpi-qoq,1.8,0.1,0.8\n");

    private static SourceImport better(String rows) {
        return new SourceImport("forexfactory-archive", rows);
    }

    private static SourceImport worse(String rows) {
        return new SourceImport("lowly", rows);
    }

    @Test
    void aWorseSourceNeverOutranksABetterOneWhateverItsClock() {
        SourceImport.Answers answers = answers(BETTER, EARLY);

        assertThat(answers.releases())
                .contains("au-cpi-qoq,2021-10-27T00:30:00Z,,0.8,0.7,0.8,,,\n")
                .doesNotContain("1.8");
        assertThat(answers(EARLY, BETTER)).isEqualTo(answers);
        assertThat(answers(BETTER, LATE)).isEqualTo(answers);
        assertThat(answers(LATE, BETTER)).isEqualTo(answers);
    }

    @Test
    void aWorseSourceCountsWhereItIsTheOnlyOne() {
        assertThat(answers(EARLY).releases()).contains("au-cpi-qoq,2021-10-26T23:30:00Z,,1.8,0.1,0.8,,,\n");
    }

    @Test
    void beforeABetterSourcesScheduleAPrintIsNotKnown() {
        SourceImport.Answers answers = answers(ANNOUNCED, EARLY);

        assertThat(answers.releases()).contains("au-cpi-qoq,2021-10-27T00:30:00Z,,1.8,0.7,0.8,,,\n");
        assertThat(answers.shown().getLast()).contains("\"state\":\"released\"").contains("\"schedule-time\"");
    }

    @Test
    void anExportHasTheForecastThatTheSurpriseIsMeasuredAgainst() {
        SourceImport.Answers answers = answers(EARLY, BETTER);

        assertThat(answers.releases()).contains(",0.8,0.7,0.8,,,\n");
        assertThat(answers.surprises()).contains("au-cpi-qoq,2021-10-27T00:30:00Z,0.8,0.7,survey,0.8,0.1,");
    }

    private static SourceImport.Answers answers(SourceImport... imports) {
        return SourceImport.after(List.of(imports), CPI, List.of(Instant.parse("2021-10-28T00:00:00Z")));
    }
}
