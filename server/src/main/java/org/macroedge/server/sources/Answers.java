package org.macroedge.server.sources;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.sources.fetch.FetchRequest;

/// What one source is asked, and what its answers mean, for one run.
sealed interface Answers permits ReleaseAnswers, ClosesAnswers {

    List<FetchRequest> requests();

    /// Those that ask for the actuals of some indicators.
    List<FetchRequest> requests(Set<IndicatorId> indicators);

    /// The publisher's names of the series that a request asks for; none where it asks for no named series.
    default List<String> keys(FetchRequest request) {
        return List.of();
    }

    /// Whether a request that was answered at an instant has the same answer ever after.
    default boolean isFinal(FetchRequest request, Instant fetchedAt) {
        return false;
    }

    /// Notes that an answer is the one before.
    ///
    /// @param askedAt when the request was sent
    void unchanged(FetchRequest request, Instant askedAt);

    /// How many rows of the answer read last were left out because they say nothing new.
    default long left() {
        return 0;
    }
}
