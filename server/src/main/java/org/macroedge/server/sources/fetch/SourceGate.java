package org.macroedge.server.sources.fetch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Decides when one source may be asked again, for all threads of the process: keeps the source's limit,
/// and lets a source rest that fails. Thread-safe.
final class SourceGate {

    /// Failures in a row after which a source rests; fewer are often chance.
    static final int FAILURES = 3;

    /// Refusals of single requests in a row after which it is the source that refuses.
    static final int REFUSALS = 10;

    private static final Duration FIRST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(6);
    /// After being asked too often: the feeds that say nothing count by the quarter of an hour or longer.
    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(15);
    /// After a refusal that only a person can settle.
    private static final Duration REFUSED = Duration.ofHours(1);
    /// A header can ask for any pause.
    private static final Duration LONGEST_ASKED = Duration.ofDays(2);

    private static final int MOST_DOUBLINGS = 12;

    /// When the bucket would be full again.
    private Instant full = Instant.EPOCH;

    private int failures;
    /// Of single requests, in a row.
    private int refusals;

    private @Nullable Instant until;
    private @Nullable String fault;

    /// Takes a token of the source's bucket, which holds as many as the source allows at once. One that is too far away
    /// is left: else those who ask in vain would put the next request off for ever.
    ///
    /// @param longest how long the caller waits for it
    /// @return how long to wait for it; if longer than that, it was not taken
    synchronized Duration takeTurn(Instant now, FetchPolicy policy, Duration longest) {
        Instant from = full.isAfter(now) ? full : now;
        Instant after = from.plus(policy.interval());
        Duration wait = Duration.between(now, after).minus(policy.per());
        if (wait.compareTo(longest) <= 0) {
            full = after;
        }
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    synchronized GateState state() {
        return new GateState(failures, until, fault, full.equals(Instant.EPOCH) ? null : full);
    }

    /// Takes over what another process stored.
    synchronized void restore(GateState stored) {
        if (stored.fullAt() != null && stored.fullAt().isAfter(full)) {
            full = stored.fullAt();
        }
        if (stored.failures() > failures) {
            failures = stored.failures();
            until = stored.until();
            fault = stored.fault();
        }
    }

    synchronized void succeeded() {
        failures = 0;
        refusals = 0;
        until = null;
        fault = null;
    }

    /// Notes a failure.
    ///
    /// @param asked until when the server asked to be left alone; null where it said nothing
    /// @return until when the source rests; null where it does not
    synchronized @Nullable Instant failed(FetchMessage cause, @Nullable Instant asked, Instant now) {
        rest(cause.code(), rest(cause, failures + 1), now);
        if (asked != null && asked.isAfter(now)) {
            Instant latest = now.plus(LONGEST_ASKED);
            until = asked.isBefore(latest) ? asked : latest;
        }
        return until;
    }

    /// Notes an answer to one of several requests that was not what it should be: it may be this series alone, unless
    /// it happens as often in a row as other failures.
    ///
    /// @return until when the source rests; null where it does not
    synchronized @Nullable Instant misread(String cause, Instant now) {
        rest(cause, afterSeveral(FIRST_BACK_OFF, failures + 1, FAILURES), now);
        return until;
    }

    /// Notes that one of several requests was refused: it may be this series alone, unless it goes on.
    ///
    /// @return until when the source rests; null where it does not
    synchronized @Nullable Instant refusedOne(String cause, Instant now) {
        refusals++;
        Duration rest = afterSeveral(FIRST_BACK_OFF, refusals, REFUSALS);
        if (!rest.isZero()) {
            rest(cause, rest, now);
        }
        return until;
    }

    /// Notes an answer that was not what it should be.
    ///
    /// @return until when the source rests
    synchronized @Nullable Instant unusable(String cause, Instant now) {
        rest(cause, doubled(FIRST_BACK_OFF, failures), now);
        return until;
    }

    private void rest(String cause, Duration rest, Instant now) {
        failures++;
        until = rest.isZero() ? null : now.plus(rest);
        fault = cause;
    }

    private static Duration rest(FetchMessage fault, int failures) {
        return switch (fault) {
            case TOO_MANY_REQUESTS -> doubled(FIRST_BACK_OFF, failures - 1);
            case KEY_REFUSED, PAYMENT_REQUIRED, FORBIDDEN -> doubled(REFUSED, failures - 1);
            default -> afterSeveral(FIRST_REST, failures, FAILURES);
        };
    }

    private static Duration afterSeveral(Duration first, int failures, int several) {
        return failures < several ? Duration.ZERO : doubled(first, failures - several);
    }

    private static Duration doubled(Duration first, int times) {
        Duration rest = first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }
}
