package org.macroedge.server.prices.profile;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a file of prices cannot be imported.
public enum PriceFileMessage implements Problem {
    NO_COLUMN(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} has no column for {meaning}; it has {columns}",
            "None of the names that the profile has for a column is in the header.",
            "Nothing of this import is stored. Name another profile, or correct `columns` in it")),
    REPEATED_COLUMN(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} has more than one column {column}",
            "A file that holds several symbols has the column of each price once for each of them.",
            "Nothing of this import is stored. Download each symbol into a file of its own")),
    UNKNOWN_SYMBOL(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} has prices of \"{symbol}\", which prices.yaml gives to no instrument for source {source}",
            "The file does not name an instrument, and the catalogue does not say whose symbol this is.",
            "Nothing of this import is stored. Name the instrument with `--instrument`, or add the symbol to"
                    + " prices.yaml")),
    OTHER_INSTRUMENT(Wording.of(
            ProblemCode.FILE_FAULT,
            "{file} has prices of \"{symbol}\", which prices.yaml gives to {instrument}, not to {named}",
            "The instrument that was named contradicts the catalogue.",
            "Nothing of this import is stored. Import the file without `--instrument`, or correct prices.yaml")),
    INSTRUMENT_IN_ROWS(Wording.of(
            ProblemCode.FILE_FAULT,
            "The rows of this profile name their instruments",
            "An instrument was named for files whose rows name one each.",
            "Import the files without `--instrument`")),
    TOO_MANY_ROWS(Wording.of(
            ProblemCode.FILE_FAULT,
            "The files have more than {most:,} rows with prices",
            "An import of prices is held in memory as a whole.",
            "Nothing of this import is stored. Import the files in several steps"));

    private final Wording wording;

    PriceFileMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
