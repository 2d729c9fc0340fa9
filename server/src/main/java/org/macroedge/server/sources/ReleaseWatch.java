package org.macroedge.server.sources;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobTiming;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.sources.SourceStore.Answered;
import org.macroedge.server.sources.SourceStore.StoredState;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.view.SourceRun;

/// Asks each source around the instants at which figures of it are scheduled, until it has given them or [WatchRule]
/// has no look left. The looks of all servers of a store are taken from what is stored of them. Thread-safe.
public final class ReleaseWatch {

    private static final String NAME = "release_watch";

    /// A schedule that is captured counts so soon.
    private static final Duration REVIEW = Duration.ofMinutes(5);

    private final Connectors connectors;
    private final SourceAnswers answers;
    private final SourceStore store;
    private final ReleaseReader facts;
    private final CatalogueInForce catalogue;
    private final Ingestion ingestion;
    private final Clock clock;
    private final long seed;
    private final Map<String, Read> read = new ConcurrentHashMap<>();
    private final Map<String, Instant> tried = new ConcurrentHashMap<>();

    /// The releases that a source is to bring, as read from the store.
    private record Read(Instant recordedAt, String catalogue, List<WatchedRelease> releases) {}

    /// @param seed of the jitter, another one in each process
    ReleaseWatch(
            Connectors connectors,
            SourceAnswers answers,
            SourceStore store,
            ReleaseReader facts,
            CatalogueInForce catalogue,
            Ingestion ingestion,
            Clock clock,
            long seed) {
        this.connectors = connectors;
        this.answers = answers;
        this.store = store;
        this.facts = facts;
        this.catalogue = catalogue;
        this.ingestion = ingestion;
        this.clock = clock;
        this.seed = seed;
    }

    /// The job that watches the releases of one source.
    public Job job(String source) {
        return new Job(
                NAME + "." + source,
                "Asks " + source + " at short intervals for figures that are due, and stores what is new.",
                new Timing(source),
                Set.of(),
                ServerRole.INGESTION,
                () -> result(source, look(source)));
    }

    private static String result(String source, List<SourceRun> runs) {
        return runs.isEmpty() ? "no look for a figure of " + source + " is due" : IngestionJob.result(runs);
    }

    /// When the watch asks a source next.
    ///
    /// @return a time that has passed where it is to ask now; null where the source is off, or where no scheduled
    /// release of it is known
    @Nullable
    Instant next(String source) {
        Instant now = clock.instant();
        SourceConnector connector = connectors.named(source);
        if (connectors.off(connector.contract()).isPresent()) {
            return null;
        }
        Looks looks = new Looks(connector, now);
        return releases(connector).stream()
                .map(looks::next)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /// Asks for the figures whose look is due.
    private List<SourceRun> look(String source) {
        Instant now = clock.instant();
        SourceConnector connector = connectors.named(source);
        Looks looks = new Looks(connector, now);
        Set<IndicatorId> due = releases(connector).stream()
                .filter(release -> isDue(looks.next(release), now))
                .map(WatchedRelease::indicator)
                .collect(Collectors.toCollection(TreeSet::new));
        tried.put(source, now);
        return due.isEmpty() ? List.of() : ingestion.look(source, due);
    }

    private static boolean isDue(@Nullable Instant look, Instant now) {
        return look != null && !look.isAfter(now);
    }

    private List<WatchedRelease> releases(SourceConnector connector) {
        Instant recordedAt = facts.latestRecordTime();
        String hash = catalogue.current().hash();
        Read known = read.get(connector.contract().id());
        if (known == null
                || !known.recordedAt().equals(recordedAt)
                || !known.catalogue().equals(hash)) {
            known = new Read(recordedAt, hash, open(connector));
            read.put(connector.contract().id(), known);
        }
        return known.releases();
    }

    private List<WatchedRelease> open(SourceConnector connector) {
        List<IndicatorId> indicators = answers.watched(connector);
        StoredFacts stored =
                facts.factsOf(indicators.stream().map(IndicatorId::value).toList());
        String source = connector.contract().id();
        Set<ReleaseId> given = stored.prints().stream()
                .filter(print -> print.source().equals(source))
                .map(Print::release)
                .collect(Collectors.toSet());
        Instant earliest = clock.instant().minus(WatchRule.SPAN);
        Map<IndicatorId, List<Schedule>> schedules = stored.schedules().stream()
                .filter(schedule -> !given.contains(schedule.release()))
                .collect(Collectors.groupingBy(schedule -> schedule.release().indicator()));
        Answers asked = answers.of(connector);
        return indicators.stream()
                .flatMap(indicator ->
                        DueInstants.of(schedules.getOrDefault(indicator, List.of()), clock.instant()).stream()
                                .filter(due -> due.isAfter(earliest))
                                .map(due -> new WatchedRelease(
                                        indicator,
                                        due,
                                        asked.requests(Set.of(indicator)).stream()
                                                .map(FetchRequest::name)
                                                .toList())))
                .toList();
    }

    /// The looks of one source, by what is stored of it now.
    private final class Looks {

        private final String source;
        private final Instant now;
        private final Instant free;
        private final @Nullable Instant faultedAt;
        private final Map<String, Instant> fetched = new HashMap<>();

        Looks(SourceConnector connector, Instant now) {
            StoredState state = store.state(connector.contract().id());
            this.source = connector.contract().id();
            this.now = now;
            this.free = state.at(now).gate().freeFrom(connector.contract().policy());
            this.faultedAt = state.faultedAt();
        }

        @Nullable
        Instant next(WatchedRelease release) {
            boolean isDaysAway = release.dueAt().isAfter(now.plus(REVIEW.multipliedBy(2))); // as most are
            return WatchRule.next(release.dueAt(), isDaysAway ? null : asked(release), now, free, share(release));
        }

        /// When every request for the figure was answered last, or the source failed.
        private @Nullable Instant asked(WatchedRelease release) {
            Instant answered = release.requests().stream()
                    .map(request -> fetched.computeIfAbsent(
                            request,
                            name -> store.answered(source, name)
                                    .map(Answered::fetchedAt)
                                    .orElse(Instant.EPOCH)))
                    .min(Instant::compareTo)
                    .orElse(null);
            return Stream.of(answered, faultedAt, tried.get(source))
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .orElse(null);
        }

        private double share(WatchedRelease release) {
            return new SplittableRandom(seed + Objects.hash(source, release.dueAt())).nextDouble();
        }
    }

    /// The looks of one source as the times of its job.
    private final class Timing implements JobTiming {

        private final String source;

        Timing(String source) {
            this.source = source;
        }

        @Override
        public @Nullable Instant next(Instant now) {
            return ReleaseWatch.this.next(source);
        }

        @Override
        public Duration review() {
            return REVIEW;
        }

        @Override
        public String text() {
            return "each scheduled release of " + source;
        }
    }
}
