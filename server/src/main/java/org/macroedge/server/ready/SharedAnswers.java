package org.macroedge.server.ready;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Answers that the servers of one store share. They are an aid alone: where they cannot be had, a server makes its
/// own.
interface SharedAnswers {

    /// Shares nothing.
    SharedAnswers NONE = new SharedAnswers() {
        @Override
        public @Nullable DatedAnswer find(String address, Instant recordedAt) {
            return null;
        }

        @Override
        public void keep(String address, Instant recordedAt, DatedAnswer answer) {
            // each server makes its own
        }

        @Override
        public boolean isReachable() {
            return false;
        }
    };

    /// What a server kept last; null where there is none or it cannot be had. Does not fail.
    ///
    /// @param recordedAt the record time that the answer is from
    @Nullable
    DatedAnswer find(String address, Instant recordedAt);

    /// Keeps an answer for the others, where that is possible. Does not fail.
    ///
    /// @param recordedAt the record time that the answer is from
    void keep(String address, Instant recordedAt, DatedAnswer answer);

    /// Whether answers can be shared at this moment. Does not fail.
    boolean isReachable();
}
