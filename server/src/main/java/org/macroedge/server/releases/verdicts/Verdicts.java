package org.macroedge.server.releases.verdicts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.engine.vocabulary.Verdict;
import org.macroedge.server.audit.CurrentChange;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.StatedReason;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.MacroDataUpdated;
import org.macroedge.server.releases.NearestReleases;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.ReleaseVerdict;
import org.macroedge.server.releases.StatedVerdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores what people and sources state about releases, each statement as a batch of its own, which an undo
/// takes back.
public final class Verdicts {

    private static final String OPEN_BATCH = "INSERT INTO batch (kind) VALUES ('statement') RETURNING id";
    private static final String INSERT = """
        INSERT INTO verdict (batch, statement, actual, release, stated, reason, author)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String LAST_OF = """
        SELECT stated FROM verdict WHERE author = ? AND statement = ? ORDER BY batch DESC LIMIT 1
        """;
    private static final String CLOSE_BATCH = "UPDATE batch SET recorded_at = ? WHERE id = ?";

    /// The state of a release without a verdict.
    private static final String OPEN = "open";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final RecordTimes recordTimes;
    private final EventLog events;
    private final ReleaseReader releases;
    private final String author;

    /// @param author who states it: the user of this machine
    Verdicts(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            RecordTimes recordTimes,
            EventLog events,
            ReleaseReader releases,
            String author) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.recordTimes = recordTimes;
        this.events = events;
        this.releases = releases;
        this.author = author;
    }

    /// Stores a statement about a release.
    ///
    /// @param id of the release
    /// @throws MacroEdgeException with `unknown-release`, naming the three nearest; with `invalid-request` where
    /// statement or reason cannot be used; with `no-verdict` where there is nothing to take back; with
    /// `not-published` where a release without a figure is to be more than cancelled
    public VerdictResult state(String id, VerdictRequest request) {
        StatedVerdict stated = stated(request);
        String reason = StatedReason.of(request.reason());
        return Objects.requireNonNull(transactions.execute(status -> {
            Judging judging = judging(NearestReleases.id(id));
            check(judging, stated);
            VerdictResult result = store(judging, stated, reason, author);
            CurrentChange.record(jdbc, result.batch());
            return result;
        }));
    }

    /// Stores a statement of a source, unless a person's stands against it: the source takes back only what itself
    /// stated, and does not state again what a person took back.
    ///
    /// @return empty where nothing is stored
    Optional<VerdictResult> stateOf(String source, ReleaseId release, StatedVerdict stated, String reason) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Judging judging = judging(release.value());
            return judging.isOpenTo(source, stated, lastOf(source, judging.judged()))
                    ? Optional.of(store(judging, stated, reason, source))
                    : Optional.<VerdictResult>empty();
        }));
    }

    /// What a source last stated about a release, taken back since or not.
    private Optional<StatedVerdict> lastOf(String source, JudgedRelease judged) {
        return jdbc.sql(LAST_OF)
                .param(source)
                .param(judged.statement())
                .query(String.class)
                .optional()
                .map(StatedVerdict::ofCode);
    }

    private static StatedVerdict stated(VerdictRequest request) {
        List<String> codes =
                Arrays.stream(StatedVerdict.values()).map(StatedVerdict::code).toList();
        if (request.statement() == null || !codes.contains(request.statement())) {
            throw InvalidValue.of("statement", String.valueOf(request.statement()), codes);
        }
        return StatedVerdict.ofCode(request.statement());
    }

    /// What a statement to be stored is about.
    private record Judging(Instant recordedAt, KnownReleases known, JudgedRelease judged) {

        Optional<ReleaseVerdict> verdict() {
            return known.verdict(judged.id());
        }

        /// @param last what the source last stated
        boolean isOpenTo(String source, StatedVerdict stated, Optional<StatedVerdict> last) {
            Optional<ReleaseVerdict> standing = verdict();
            boolean isFree = stated == StatedVerdict.REOPEN
                    ? standing.isPresent() && standing.get().author().equals(source)
                    : standing.isEmpty() && (stated != StatedVerdict.CANCEL || judged.actual() == null);
            return isFree && last.filter(stated::equals).isEmpty();
        }
    }

    /// Takes the record time first: until it has committed, no import can, so that the statement that is judged
    /// stands when the verdict is stored.
    private Judging judging(String id) {
        Instant recordedAt = recordTimes.take();
        KnownReleases known = releases.asKnown(null, NearestReleases.indicator(id));
        return new Judging(recordedAt, known, JudgedRelease.of(known, id, releases));
    }

    private VerdictResult store(Judging judging, StatedVerdict stated, String reason, String by) {
        JudgedRelease judged = judging.judged();
        String id = judged.id().value();
        Instant recordedAt = judging.recordedAt();
        long batch = jdbc.sql(OPEN_BATCH).query(Long.class).single();
        jdbc.sql(INSERT)
                .params(Arrays.asList(batch, judged.statement(), judged.actual(), id, stated.code(), reason, by))
                .update();
        announce(judged, batch, recordedAt);
        jdbc.sql(CLOSE_BATCH).params(recordedAt.atOffset(ZoneOffset.UTC), batch).update();
        return new VerdictResult(batch, id, stated.code(), state(stated), reason, by, recordedAt);
    }

    private static String state(StatedVerdict stated) {
        return stated.verdict().map(Verdict::code).orElse(OPEN);
    }

    private static void check(Judging judging, StatedVerdict stated) {
        String id = judging.judged().id().value();
        if (stated == StatedVerdict.REOPEN) {
            if (judging.verdict().isEmpty()) {
                throw VerdictMessage.NO_VERDICT.exception(id);
            }
        } else if (judging.judged().actual() == null && stated != StatedVerdict.CANCEL) {
            throw VerdictMessage.NOT_PUBLISHED.exception(id);
        }
    }

    private void announce(JudgedRelease judged, long batch, Instant recordedAt) {
        String region = judged.id().indicator().region().code();
        MacroDataUpdated event = new MacroDataUpdated(
                region, batch, List.of(judged.id().indicator().value()), judged.instant(), judged.instant());
        events.append(MacroDataUpdated.TYPE, MacroDataUpdated.VERSION, region, recordedAt, event);
    }
}
