package org.macroedge.server.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Terminal;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.correlation.view.CorrelatedSeries;
import org.macroedge.server.correlation.view.CorrelationAnswer;
import org.macroedge.server.correlation.view.CorrelationPair;
import org.macroedge.server.correlation.view.SharedMoves;
import org.macroedge.server.surprises.view.AnswerHeader;

/// Sentences about composed answers: what is there, what is left out, and why.
class CorrelationTableTest {

    private static final Instant FROM = Instant.parse("2018-01-05T22:00:00Z");
    private static final String TOO_FEW = "too-few-observations";

    /// @param absent a text that the page must not have; null for none
    @ParameterizedTest
    @CsvFileSource(resources = "/org/macroedge/server/cli/correlation-sentences.csv", numLinesToSkip = 1)
    void aPageSaysWhatIsThereAndWhatIsNot(
            String of,
            @Nullable Instant knownFrom,
            int series,
            int correlated,
            int uncorrelated,
            int sharedSeries,
            int sharedRows,
            @Nullable String reason,
            String sentence,
            @Nullable String absent) {
        CorrelationAnswer answer = new CorrelationAnswer(
                new AnswerHeader(Instant.parse("2021-01-01T22:00:00Z"), false, false),
                of,
                "pearson",
                "week",
                FROM,
                knownFrom,
                150,
                20,
                IntStream.range(0, series)
                        .mapToObj(number -> new CorrelatedSeries("s" + number, "Series " + number, 30))
                        .toList(),
                pairs(series, correlated),
                shared(sharedSeries, sharedRows, reason),
                null);
        assertThat(answer.pairs()).hasSize(correlated + uncorrelated);
        String printed = printed(answer);
        assertThat(printed).contains(sentence);
        if (absent != null) {
            assertThat(printed).doesNotContain(absent);
        }
    }

    private static SharedMoves shared(int series, int rows, @Nullable String reason) {
        return reason == null
                ? new SharedMoves(series, rows, 0.1, 1.5, List.of(), null)
                : new SharedMoves(series, rows, null, null, List.of(), reason);
    }

    /// The pairs of a matrix in its order, of which the first have a correlation.
    private static List<CorrelationPair> pairs(int series, int correlated) {
        List<CorrelationPair> pairs = new ArrayList<>();
        for (int row = 0; row < series; row++) {
            for (int column = 0; column < row; column++) {
                String first = "s" + column;
                String second = "s" + row;
                pairs.add(
                        pairs.size() < correlated
                                ? new CorrelationPair(first, second, 30, 0.5, 30.0, 0.17, 0.73, true, null)
                                : new CorrelationPair(first, second, 7, null, null, null, null, false, TOO_FEW));
            }
        }
        return pairs;
    }

    private static String printed(CorrelationAnswer answer) {
        StringWriter text = new StringWriter();
        CorrelationTable.print(
                new Page(new PrintWriter(text, true), new Terminal(200, false, true), new Times(ZoneOffset.UTC)),
                answer);
        return text.toString();
    }
}
