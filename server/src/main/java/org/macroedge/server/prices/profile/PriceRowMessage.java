package org.macroedge.server.prices.profile;

import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Wording;
import org.macroedge.server.releases.intake.RowFault;

/// Why a row of prices is set aside, in words for the person who imports it.
public enum PriceRowMessage implements Message {
    UNREADABLE_DATE(Wording.of(
            RowFault.Reason.UNREADABLE_DATE,
            "\"{date}\" is not a date as the profile writes it",
            "The trading date has another form than the profile says, or does not exist.",
            "Correct `date` in the profile, or repair the row, and import the file again")),
    DATE_OUT_OF_RANGE(Wording.of(
            RowFault.Reason.UNREADABLE_DATE,
            "{date} is not in the years from {first} to {last}",
            "The trading date is earlier or later than any that an answer can have.",
            "Nothing for early years; otherwise repair the row and import the file again")),
    UNREADABLE_PRICE(Wording.of(
            RowFault.Reason.UNREADABLE_PRICE,
            "{column} \"{price}\" is not a number",
            "A price is neither a number in the form that the profile describes nor a text for a missing one.",
            "Add the text to `missing` in the profile, or repair the row, and import the file again")),
    NON_POSITIVE(Wording.of(
            RowFault.Reason.NON_POSITIVE,
            "the close of {instrument} is {close}",
            "A close is 0 or below, and prices.yaml does not say that this can be real.",
            "If it is real, as that of oil on 20 April 2020, set `nonPositive: true` for the series in"
                    + " prices.yaml and import the file again")),
    FUTURE_CLOSE(Wording.of(
            RowFault.Reason.FUTURE_CLOSE,
            "the close of {date} is made at {instant}, which is in the future",
            "The file was made before the end of the session, so that its last price is not yet the close.",
            "Import a file made after the close; check the clock of this machine if this one was")),
    TWO_PRICES(Wording.of(
            RowFault.Reason.TWO_FIGURES,
            "another close of {instrument} on {date}: {close} at {place}",
            "Two rows of one import give different prices of one day, and nothing says which is right.",
            "Remove the wrong row and import the file again"));

    private final Wording wording;

    PriceRowMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /// The fault of a row with this message.
    public RowFault fault(String file, long line, String raw, Object... values) {
        return new RowFault(file, line, Coded.of(RowFault.Reason.class, wording.code()), text(values), raw);
    }
}
