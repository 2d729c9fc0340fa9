package org.macroedge.server.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.releases.importing.ImportFinding;
import org.macroedge.server.releases.intake.FindingKind;

class FindingTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clock-offset | +1 h | time | "
                        + "clock time off by +1 h from the catalogue's release time; first a.csv:7; see `time`",
                "day-offset | Saturday or Sunday | dates | "
                        + "date off by a day or more (Saturday or Sunday); first a.csv:7; see `dates`",
                "clock-shifted | -1 h |  | "
                        + "clock time shifted by -1 h, because most of its week are off by it; first a.csv:7",
                "placeholder-time | 00:00 | dateOnly | "
                        + "clock time that looks like a placeholder (00:00); first a.csv:7; see `dateOnly`",
                "moved-release | us-cpi-yoy |  | " + "release with two times (us-cpi-yoy); first a.csv:7",
                "spilled-row |  |  | " + "row of January under the old year, moved a year forward; first a.csv:7",
                "dropped-cell | previous |  | "
                        + "cell dropped: rows of one release differ in it (previous); first a.csv:7",
                "suspected-break | ch-kof |  | "
                        + "level that jumps: rebased, or another unit? (ch-kof); first a.csv:7",
                "suspect | us-cpi-yoy |  | surprise that looks like a typing error; it does not count until"
                        + " confirmed (us-cpi-yoy); first a.csv:7",
                "extreme | us-cpi-yoy |  | "
                        + "surprise beyond ten sigma; it counts, clipped (us-cpi-yoy); first a.csv:7",
                "second-figure | us-cpi-yoy |  | "
                        + "row that looks like a later stage or another series (us-cpi-yoy); first a.csv:7",
                "different-figures | us-cpi-yoy |  | "
                        + "release with other figures in another source (us-cpi-yoy); first a.csv:7",
                "duplicate-column | Actual | file.columns | file with more than one column Actual; its first"
                        + " counts; first a.csv:7; see `file.columns`",
                "yearless-dates | January | spill | "
                        + "file without years that goes from December to January; first a.csv:7; see `spill`",
                "skipped-subfolder |  |  | "
                        + "subfolder that was not read; name it to import its files; first a.csv:7",
                "header-only |  |  | " + "file with a header and no rows; first a.csv:7",
                "price-gap | EURUSD |  | day without a close (EURUSD); first a.csv:7",
                "bad-tick | WTI 2020-04-20 |  | close that looks like a wrong tick; it counts (WTI 2020-04-20);"
                        + " first a.csv:7",
                "inconsistent-bar | SPX |  | day whose open or close is outside its low and high (SPX);"
                        + " first a.csv:7",
                "non-positive-cell | SPX |  | open, high or low of 0 or below, left out (SPX); first a.csv:7",
                "weekend-close | SPX |  | close of a Saturday or Sunday (SPX); first a.csv:7",
                "repeated-date | SPX |  | row that repeats a date with the same prices (SPX); first a.csv:7",
                "date-order |  |  | row whose date is out of order; first a.csv:7",
            })
    void aFindingSaysHowMuchOfWhatAndWhereAndWhatSettlesIt(String kind, String detail, String field, String expected) {
        ImportFinding finding = new ImportFinding(kind, detail == null ? "" : detail, 12, "a.csv", 7, field);

        assertThat(FindingText.of(finding).strip()).isEqualTo(expected);
        assertThat(Arrays.stream(FindingKind.values()).map(Coded::code)).contains(kind);
    }

    @Test
    void aFileAsAWholeHasNoLineAndItsLettersAreNoOrders() {
        assertThat(FindingText.of(new ImportFinding("header-only", "", 1, "a\u001b.csv", 0, null)))
                .isEqualTo("file with a header and no rows; first a\\u001b.csv");
        assertThat(FindingText.of(new ImportFinding("duplicate-column", "A\u001b", 1, "a.csv", 1, null)))
                .contains("one column A\\u001b; its");
    }
}
