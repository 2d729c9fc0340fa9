package org.macroedge.server.cli;

import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.releases.importing.ImportFinding;
import org.macroedge.server.releases.intake.FindingKind;

/// What an import found, as a line for people: how much of what, where the first is, and what settles it.
final class FindingText {

    private static final int LONGEST_DETAIL = 100;

    private FindingText() {}

    static String of(ImportFinding finding) {
        String place = finding.firstLine() > 0
                ? TerminalText.of(finding.firstFile()) + ":" + finding.firstLine()
                : TerminalText.of(finding.firstFile());
        String field = finding.field() == null ? "" : "; see `" + finding.field() + "`";
        return String.format("%,10d %s; first %s%s", finding.count(), what(finding), place, field);
    }

    private static String what(ImportFinding finding) {
        String detail = TerminalText.of(finding.detail(), LONGEST_DETAIL);
        String brackets = detail.isEmpty() ? "" : " (" + detail + ")";
        return switch (Coded.of(FindingKind.class, finding.kind())) {
            case CLOCK_OFFSET -> "clock time off by " + detail + " from the catalogue's release time";
            case DAY_OFFSET -> "date off by a day or more" + brackets;
            case CLOCK_SHIFTED -> "clock time shifted by " + detail + ", because most of its week are off by it";
            case PLACEHOLDER_TIME -> "clock time that looks like a placeholder" + brackets;
            case MOVED_RELEASE -> "release with two times" + brackets;
            case SPILLED_ROW -> "row of January under the old year, moved a year forward" + brackets;
            case DROPPED_CELL -> "cell dropped: rows of one release differ in it" + brackets;
            case SUSPECTED_BREAK -> "level that jumps: rebased, or another unit?" + brackets;
            case SUSPECT -> "surprise that looks like a typing error; it does not count until confirmed" + brackets;
            case EXTREME -> "surprise beyond ten sigma; it counts, clipped" + brackets;
            case SECOND_FIGURE -> "row that looks like a later stage or another series" + brackets;
            case DIFFERENT_FIGURES -> "release with other figures in another source" + brackets;
            case DUPLICATE_COLUMN -> "file with more than one column " + detail + "; its first counts";
            case YEARLESS_DATES -> "file without years that goes from December to January";
            case SKIPPED_SUBFOLDER -> "subfolder that was not read; name it to import its files";
            case HEADER_ONLY -> "file with a header and no rows";
        };
    }
}
