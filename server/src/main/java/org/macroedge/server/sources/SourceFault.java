package org.macroedge.server.sources;

import org.macroedge.server.sources.fetch.PublisherWords;

/// An answer that came, and cannot be used.
public final class SourceFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SourceMessage fault;

    private SourceFault(SourceMessage fault, String text) {
        super(text, null, false, false);
        this.fault = fault;
    }

    /// An answer of another form than the publisher documents.
    ///
    /// @param reason may quote the answer, and is cut
    public static SourceFault notUnderstood(String reason) {
        return new SourceFault(
                SourceMessage.NOT_UNDERSTOOD, SourceMessage.NOT_UNDERSTOOD.advice(PublisherWords.safe(reason)));
    }

    /// An answer without rows where some are due.
    public static SourceFault noRows() {
        return new SourceFault(SourceMessage.NO_ROWS, SourceMessage.NO_ROWS.advice());
    }

    /// An answer that is a refusal.
    ///
    /// @param reason in the publisher's words
    public static SourceFault refused(String reason) {
        return new SourceFault(SourceMessage.REFUSED, SourceMessage.REFUSED.advice(PublisherWords.safe(reason)));
    }

    public SourceMessage fault() {
        return fault;
    }
}
