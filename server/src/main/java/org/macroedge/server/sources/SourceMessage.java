package org.macroedge.server.sources;

import java.util.Locale;
import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Wording;

/// The states of a source, and what can be wrong with an answer that came.
public enum SourceMessage implements Message {
    NOT_CHOSEN(
            "off: {variable} does not name it",
            "The variable lists the sources that may be asked, and this one is not among them.",
            "Add {source} to the list"),
    NOBODY_ASKS(
            "off: no server that asks sources has run on this database",
            "Servers of role ingestion or serve ask sources; this process is none.",
            "Start one, and its settings say which sources are on"),
    NO_KEY(
            "off: it needs a key",
            "The source answers nobody without a key.",
            "Get a key at {address} and set {variable}"),
    NO_TERMS(
            "off: its terms of use are not accepted",
            "The source has terms that limit what its users may store and show, and asks them to accept these.",
            "Read {address}, then set {variable}=accepted"),
    NO_HISTORY(
            "not asked: it gives what stands now, not what was known in the past",
            "Figures are revised, and the publisher does not say which ones stood when.",
            "Import a calendar of that time, or switch on a source with a history, such as fred"),
    RESTS(
            "rests until {until}, after {fault}",
            "The source failed several times in a row, or asked for a pause.",
            "It is asked again after that time"),
    FRESH(
            "was asked at {fetched}; it is not asked again before {until}",
            "The source changes its answers rarely, or does not want to be asked more often.",
            "It is asked again after that time"),
    NOT_UNDERSTOOD(
            "the answer is not understood: {reason}",
            "The publisher sends an error page with status 200, or has changed the form of its answers.",
            "Look for a newer version if it stays; the answer is kept in table raw_payload where the terms allow it"),
    NO_ROWS(
            "the answer has no rows where some are due",
            "The publisher's data are not ready, or it has changed the form of its answers.",
            "It is tried again later"),
    REFUSED(
            "the source refuses the request: {reason}",
            "Its daily limit is reached, its key is not valid, or its server does not work.",
            "Check the key of the source if the reason names it; it is tried again later"),
    STORE_REFUSED(
            "the answer cannot be stored: {reason}",
            "The catalogue was edited meanwhile, the disk is full, or the database does not respond.",
            "It is tried again at the next run");

    private final Wording wording;

    SourceMessage(String text, String cause, String remedy) {
        this.wording = new Wording("source-" + name().toLowerCase(Locale.ROOT).replace('_', '-'), text, cause, remedy);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /// As in `source-not-understood`.
    public String code() {
        return wording.code();
    }
}
