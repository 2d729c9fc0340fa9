package org.macroedge.server.prices.profile;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.releases.profile.table.TableLayout;

/// How a file of prices is laid out.
///
/// @param columns the names that the column of a meaning can have, of which the first that a file has counts
/// @param date the form of trading dates
/// @param decimal the mark before the decimals of a number; the other of comma and point groups digits
/// @param missing texts of a cell without a price
/// @param symbolFrom where the symbol of a series stands
/// @param skipped texts in the column of the date of rows that belong to the header
/// @param symbolRow that of them in whose row the symbol stands in the column of the close; null where there is
/// none
public record PriceProfile(
        String source,
        TableLayout layout,
        Map<Meaning, List<String>> columns,
        DateTimeFormatter date,
        char decimal,
        Set<String> missing,
        SymbolFrom symbolFrom,
        Set<String> skipped,
        @Nullable String symbolRow) {

    /// The name of a column for the one that has no other meaning.
    public static final String ANY = "*";

    /// What a column can say.
    public enum Meaning implements Coded {
        DATE,
        OPEN,
        HIGH,
        LOW,
        CLOSE,
        INSTRUMENT
    }

    /// Where the symbol of a series stands.
    public enum SymbolFrom implements Coded {
        /// Each row names an instrument of the catalogue, whose id is its symbol.
        INSTRUMENT,
        /// The name of the file without its extension, where no row of the header names it.
        FILE_NAME,
        /// The name of the column of the close.
        COLUMN_NAME
    }

    public PriceProfile {
        columns = Map.copyOf(columns);
        missing = Set.copyOf(missing);
        skipped = Set.copyOf(skipped);
    }
}
