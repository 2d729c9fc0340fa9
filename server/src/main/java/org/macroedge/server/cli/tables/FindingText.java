package org.macroedge.server.cli.tables;

import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.cli.page.TerminalText;
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
        return what(finding) + "; first " + place + field;
    }

    private static String what(ImportFinding finding) {
        String detail = TerminalText.of(finding.detail(), LONGEST_DETAIL);
        FindingKind kind = Coded.of(FindingKind.class, finding.kind());
        return switch (kind) {
            case CLOCK_OFFSET, CLOCK_SHIFTED, DUPLICATE_COLUMN -> kind.text(detail);
            case YEARLESS_DATES, SKIPPED_SUBFOLDER, HEADER_ONLY -> kind.text("");
            default -> kind.text(detail.isEmpty() ? "" : " (" + detail + ")");
        };
    }
}
