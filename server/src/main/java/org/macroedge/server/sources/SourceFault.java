package org.macroedge.server.sources;

import java.util.Optional;
import org.macroedge.server.sources.fetch.PublisherWords;

/// An answer that came, and cannot be used.
public final class SourceFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// In bytes; a page with a reason in its title is as long.
    private static final int LONGEST_REFUSAL = 1 << 16;

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

    /// The fault that an answer is that could not be read, where its publisher says in words what is wrong.
    ///
    /// @param oneOfMany whether the source is asked in several requests: then words that are not about access say
    /// nothing of the others
    SourceFault inWordsOf(Payload payload, boolean oneOfMany) {
        if (fault == SourceMessage.REFUSED || payload.body().length > LONGEST_REFUSAL) {
            return this;
        }
        String words = PublisherWords.of(payload.body());
        Optional<String> message = PublisherWords.message(payload.body());
        if (PublisherWords.refuseAccess(words) || (message.isPresent() && !oneOfMany)) {
            return refused(words);
        }
        return message.map(SourceFault::notUnderstood).orElse(this);
    }

    public SourceMessage fault() {
        return fault;
    }
}
