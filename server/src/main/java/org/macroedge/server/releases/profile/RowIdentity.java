package org.macroedge.server.releases.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.profile.CalendarProfile.HeadingMeaning;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;
import org.macroedge.server.releases.profile.CalendarProfile.TitleFrom;

/// What a row is about.
///
/// @param text the calendar's own name of the figure, with its area
/// @param period that its title names; empty where it names none
/// @param ignored whether the profile leaves it out
/// @param title of the profile; null where none fits
/// @param indicator null where the row is of none
record RowIdentity(
        String text,
        String period,
        boolean ignored,
        @Nullable Title title,
        @Nullable Indicator indicator) {

    private static final int LONGEST = 500;

    static RowIdentity of(Cells cells, LocalDate date, CalendarProfile profile, CellMeanings meanings) {
        String area = SpreadsheetText.unguarded(cells.textOrEmpty(Meaning.AREA));
        HeadingMeaning meaning = meanings.heading(
                area,
                profile.titleFrom() == TitleFrom.FILE_NAME
                        ? cells.file().title()
                        : SpreadsheetText.unguarded(cells.textOrEmpty(Meaning.TITLE)));
        Title title = meaning.on(date, cells::column);
        String id = cells.text(Meaning.INDICATOR);
        Indicator indicator = title == null ? null : title.indicator();
        return new RowIdentity(
                text((area + " " + meaning.title() + (id == null ? "" : id)).strip()),
                meaning.period(),
                meaning.ignored(),
                title,
                id == null ? indicator : profile.catalogueIndicator(id).orElse(null));
    }

    /// A report names titles, and a cell can be as long as a file.
    private static String text(String whole) {
        return whole.length() <= LONGEST ? whole : StorableText.of(whole.substring(0, LONGEST) + "…");
    }

    /// The unit of numbers without a suffix.
    NumberUnit unit() {
        NumberUnit declared = title == null ? null : title.unit();
        return declared == null ? NumberUnit.UNITS : declared;
    }

    /// Whether the profile says in which unit the calendar writes the title.
    boolean declaresUnit() {
        return title != null && title.unit() != null;
    }
}
