package org.macroedge.server.releases.profile;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;
import org.macroedge.server.releases.profile.time.CalendarInstants;
import org.macroedge.server.releases.profile.time.InstantCells;
import org.macroedge.server.releases.profile.time.ReadTime;

/// Reads the dates and clock times of a file's rows. Consecutive rows often have the same one, which is read
/// once.
final class RowTimes {

    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])");

    private final CalendarInstants instants;
    private final Instant now;
    private final @Nullable String yearOfFile;
    private @Nullable InstantCells lastCells;
    private @Nullable ReadTime lastRead;

    RowTimes(CalendarInstants instants, CalendarFile file, Instant now) {
        this.instants = instants;
        this.now = now;
        Matcher year = YEAR.matcher(file.name());
        this.yearOfFile = year.find() ? year.group() : null;
    }

    ReadTime read(Cells cells) {
        InstantCells instant = cells(cells);
        ReadTime read = lastRead;
        if (read == null || !instant.equals(lastCells)) {
            read = instants.read(instant, now);
            lastCells = instant;
            lastRead = read;
        }
        return read;
    }

    private InstantCells cells(Cells cells) {
        String clock = cells.text(Meaning.CLOCK);
        boolean bare = clock == null || instants.saysNoClock(clock);
        return new InstantCells(
                cells.textOrEmpty(Meaning.INSTANT),
                bare ? cells.date() : null,
                clock,
                switch (instants.year()) {
                    case PATTERN -> null;
                    case COLUMN -> cells.text(Meaning.YEAR);
                    case FILE_NAME -> yearOfFile;
                },
                cells.text(Meaning.ZONE));
    }
}
