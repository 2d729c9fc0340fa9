package org.macroedge.server.ready;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.surprises.Surprises;

/// The ready answers of the latest record time. They are dropped when a change of the store is seen; an answer of an
/// earlier instant gives way to the next one. Thread-safe.
final class ReadyAnswers {

    private final StoreVersion version;
    private final SharedAnswers shared;
    private final Supplier<Surprises> latest;
    private final Clock clock;
    private volatile Held held = new Held(Instant.MIN, Map.of());

    /// When an answer is asked for.
    ///
    /// @param recordedAt the latest record time of the store
    /// @param clock what the clock shows
    record Moment(Instant recordedAt, Instant clock) {}

    /// @param answers by address
    private record Held(Instant recordedAt, Map<String, DatedAnswer> answers) {}

    /// @param latest gives what is known at the latest record time
    ReadyAnswers(StoreVersion version, SharedAnswers shared, Supplier<Surprises> latest, Clock clock) {
        this.version = version;
        this.shared = shared;
        this.latest = latest;
        this.clock = clock;
    }

    /// @throws RuntimeException where the store cannot be asked
    Moment now() {
        return new Moment(version.current(), clock.instant());
    }

    /// The same where the store need not be asked; else null.
    @Nullable
    Moment held() {
        Instant recordedAt = version.held();
        return recordedAt == null ? null : new Moment(recordedAt, clock.instant());
    }

    /// The answer that is right at a moment; null where it must be fetched or made.
    @Nullable
    ReadyAnswer find(String address, Moment moment) {
        return right(held(moment.recordedAt()).answers().get(address), moment);
    }

    /// The answer that is right at a moment and that another server made; null where there is none.
    @Nullable
    ReadyAnswer fetch(String address, Moment moment) {
        DatedAnswer fetched = shared.find(address, moment.recordedAt());
        ReadyAnswer answer = right(fetched, moment);
        if (fetched != null && answer != null) {
            held(moment.recordedAt()).answers().put(address, fetched);
        }
        return answer;
    }

    private static @Nullable ReadyAnswer right(@Nullable DatedAnswer dated, Moment moment) {
        return dated != null && dated.isRightAt(moment.clock()) ? dated.answer() : null;
    }

    /// Keeps an answer, where it is certain that it is the one of the moment at which its making began: the store did
    /// not change meanwhile, and the clock did not reach an instant at which the answer may be another.
    ///
    /// @param begun when its making began
    /// @throws RuntimeException where the store cannot be asked
    void keep(String address, Moment begun, ReadyAnswer answer) {
        Surprises known = latest.get();
        DatedAnswer dated = new DatedAnswer(answer, begun.clock(), known.nextChange(begun.clock()));
        if (known.facts().recordedAt().equals(begun.recordedAt()) && dated.isRightAt(clock.instant())) {
            held(begun.recordedAt()).answers().put(address, dated);
            shared.keep(address, begun.recordedAt(), dated);
        }
    }

    private Held held(Instant recordedAt) {
        Held current = held;
        if (!current.recordedAt().equals(recordedAt)) {
            current = new Held(recordedAt, new ConcurrentHashMap<>());
            held = current;
        }
        return current;
    }
}
