package org.macroedge.server.releases.intake;

import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Wording;

/// What an import can find that looks wrong, or that it repaired, in words for the person who imports. The text follows
/// the number of rows or releases, and its detail may be empty.
public enum FindingKind implements Coded, Message {
    CLOCK_OFFSET(
            "clock time off by {detail} from the catalogue's release time",
            "Clock times differ from the catalogue's release time by whole hours.",
            "Correct the zone of `instant` in the profile, or the release time in the catalogue"),
    DAY_OFFSET(
            "date off by a day or more{detail}",
            "Dates differ from the catalogue's by whole days, or fall on a weekend.",
            "Correct `dates` or the zone in the profile"),
    CLOCK_SHIFTED(
            "clock time shifted by {detail}, because most of its week are off by it",
            "Clock times were shifted to the catalogue's, because most rows of their week are off"
                    + " by the same hours.",
            "Nothing; check the first row if in doubt"),
    PLACEHOLDER_TIME(
            "clock time that looks like a placeholder{detail}",
            "Many rows have one clock time that is no release time, such as midnight.",
            "List the text under `dateOnly` in the profile"),
    MOVED_RELEASE(
            "release with two times{detail}",
            "Rows with equal figures within 36 hours are one release whose clock time moved.",
            "Nothing, unless two releases were merged"),
    SPILLED_ROW(
            "row of January under the old year, moved a year forward{detail}",
            "A row stands at the end of a year's file under the year that ended.",
            "Nothing; `spill` in the profile turns it off"),
    DROPPED_CELL(
            "cell dropped: rows of one release differ in it{detail}",
            "Two rows of one release contradict each other in a cell other than the actual.",
            "Correct the rows if the cell matters"),
    SUSPECTED_BREAK(
            "level that jumps: rebased, or another unit?{detail}",
            "A level jumps, as it does where a series is rebased or changes its unit.",
            "Check the unit; map the parts to two indicators if the series was rebased"),
    SUSPECT(
            "surprise that looks like a typing error; it does not count until confirmed{detail}",
            "A surprise is so large that it is probably a typing error.",
            "Check the figure; `release confirm` or `release doubt` states what it is"),
    EXTREME(
            "surprise beyond ten sigma; it counts, clipped{detail}",
            "A surprise is very large, and the figure is plausible.",
            "Check the figure; `release doubt` leaves it out"),
    SECOND_FIGURE(
            "row that looks like a later stage or another series{detail}",
            "A worse source has another figure near that of a better one.",
            "Map the title to the indicator of its stage"),
    DIFFERENT_FIGURES(
            "release with other figures in another source{detail}",
            "Two sources place a release at about the same time with different figures.",
            "Compare the sources; the better one counts"),
    DUPLICATE_COLUMN(
            "file with more than one column {detail}; its first counts",
            "The header has a name twice.",
            "Rename one of the columns if the second is meant"),
    YEARLESS_DATES(
            "file without years that goes from December to January{detail}",
            "Dates without a year run over a turn of the year.",
            "Add `spill: next-january` or a year to the profile"),
    SKIPPED_SUBFOLDER(
            "subfolder that was not read; name it to import its files{detail}",
            "A folder holds folders.",
            "Name the subfolder in the command"),
    HEADER_ONLY(
            "file with a header and no rows{detail}",
            "A file has no rows.",
            "Get the file again if it should have rows"),
    PRICE_GAP(
            "day without a close{detail}",
            "Days on which the series should have a close have none. Each holiday is one of them.",
            "Get the missing days if they are no holidays"),
    BAD_TICK(
            "close that looks like a wrong tick; it counts{detail}",
            "A close is far from both of its neighbours, on the same side.",
            "Check the close; to replace it, undo the import and import a corrected file"),
    INCONSISTENT_BAR(
            "day whose open or close is outside its low and high{detail}",
            "The four prices of a day contradict each other.",
            "Check the day in the source"),
    NON_POSITIVE_CELL(
            "open, high or low of 0 or below, left out{detail}",
            "A price other than the close is 0 or below, which its series does not allow.",
            "Nothing; the close counts"),
    WEEKEND_CLOSE(
            "close of a Saturday or Sunday{detail}",
            "A series that trades from Monday to Friday has a close on another day.",
            "Check the dates, or the time zone in which the file was written"),
    REPEATED_DATE(
            "row that repeats a date with the same prices{detail}",
            "A day stands twice in the files of one import.",
            "Nothing; it counts once"),
    DATE_ORDER(
            "row whose date is out of order{detail}",
            "The dates of a file neither rise nor fall throughout.",
            "Nothing, unless the file was joined from parts that do not belong together");

    private final Wording wording;

    FindingKind(String text, String cause, String remedy) {
        this.wording = Wording.of(this, text, cause, remedy);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
