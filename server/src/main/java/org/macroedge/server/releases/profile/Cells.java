package org.macroedge.server.releases.profile;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;

/// One row of a file, read by meaning.
record Cells(String file, CsvRecord record, Columns columns) {

    /// The text of a meaning without blanks around it; null where the profile has no column and no constant for
    /// it.
    @Nullable
    String text(Meaning meaning) {
        int[] places = columns.places().get(meaning);
        if (places == null) {
            return columns.constants().get(meaning);
        }
        return places.length == 1
                ? record.getField(places[0]).strip()
                : IntStream.of(places)
                        .mapToObj(place -> record.getField(place).strip())
                        .collect(Collectors.joining(" "))
                        .strip();
    }

    /// The text of a meaning; empty where there is none.
    String textOrEmpty(Meaning meaning) {
        String text = text(meaning);
        return text == null ? "" : text;
    }

    long line() {
        return record.getStartingLineNumber();
    }

    String raw() {
        return String.join(",", record.getFields());
    }
}
