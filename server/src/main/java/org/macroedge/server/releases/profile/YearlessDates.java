package org.macroedge.server.releases.profile;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Set;
import org.macroedge.server.releases.intake.FindingKind;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;
import org.macroedge.server.releases.profile.time.CalendarInstants.YearFrom;
import org.macroedge.server.releases.profile.time.FindingTally;

/// Notes a file whose dates have no year of their own although it goes from December to January, so that one of
/// the two is a year off. A file with every month of one year does not.
final class YearlessDates {

    private final CalendarFile file;
    private final boolean oneYear;
    private final Set<Month> months = EnumSet.noneOf(Month.class);
    private long januaryRows;
    private long firstLine;

    YearlessDates(CalendarProfile profile, CalendarFile file) {
        this.file = file;
        this.oneYear = !profile.timeRules().nextJanuary()
                && (profile.instants().year() == YearFrom.FILE_NAME
                        || (profile.instants().year() == YearFrom.COLUMN
                                && profile.constants().containsKey(Meaning.YEAR)));
    }

    void note(LocalDate date, long line) {
        if (!oneYear) {
            return;
        }
        months.add(date.getMonth());
        if (date.getMonth() == Month.JANUARY) {
            firstLine = januaryRows == 0 ? line : firstLine;
            januaryRows++;
        }
    }

    void report(FindingTally findings) {
        boolean turns = months.contains(Month.DECEMBER) && months.contains(Month.JANUARY);
        if (turns && months.size() < Month.values().length) {
            findings.note(FindingKind.YEARLESS_DATES, "January and December", "spill", file.name(), firstLine);
        }
    }
}
