package org.macroedge.server.weights;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.audit.CurrentChange;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueFault;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.WeightSetContent;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.query.StatedReason;
import org.macroedge.server.weights.view.WeightSetHistory;
import org.macroedge.server.weights.view.WeightSetPublication;
import org.macroedge.server.weights.view.WeightSetVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Weight sets that are edited through the API. A version that was proposed never changes;
/// publishing one, or rolling the last publication back, changes only which one is in force, from
/// one record time on and in every process of the store. Thread-safe.
public final class WeightSetVersions {

    static final int LONGEST_ID = 40;
    static final int MOST_PUBLISHED = 20;
    static final int MOST_VERSIONS = 1_000;
    static final int MOST_WEIGHT_SETS = 200;
    static final int MOST_PUBLICATIONS = 1_000;

    private static final int MOST_FAULTS = 10;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final RecordTimes recordTimes;
    private final EventLog events;
    private final CatalogueInForce catalogue;
    private final WeightSetStore store;
    private final String user;

    /// @param user of this machine, who proposes and publishes where nobody is signed in
    WeightSetVersions(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            RecordTimes recordTimes,
            EventLog events,
            CatalogueInForce catalogue,
            String user) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.recordTimes = recordTimes;
        this.events = events;
        this.catalogue = catalogue;
        this.store = new WeightSetStore(jdbc);
        this.user = user;
    }

    /// Stores a version of a weight set, which is not in force yet. A definition that equals the
    /// last version's gives that version.
    ///
    /// @throws MacroEdgeException with `weight-set-fault`, naming each fault; with
    /// `weight-set-in-file` where a file defines the id; with `weight-sets-full`; with
    /// `invalid-request` where definition or reason cannot be used
    public WeightSetVersion propose(String weightSet, WeightSetProposal proposal) {
        String reason = StatedReason.of(proposal.reason());
        String definition = proposal.text();
        checkId(weightSet);
        checkNotInFile(weightSet);
        WeightSetContent proposed = read(weightSet, definition); // before the lock that all writers wait for
        return changed(weightSet, recordedAt -> {
            List<WeightSetStore.Version> versions = store.versions(weightSet);
            int last = versions.isEmpty() ? 0 : versions.getFirst().number();
            if (last > 0
                    && proposed.as(last)
                            .weights()
                            .hash()
                            .equals(versions.getFirst().hash())) {
                return version(weightSet, last, store.publications(weightSet));
            }
            checkRoom(weightSet, last);
            store.add(proposed.as(last + 1), reason, author(), recordedAt);
            return version(weightSet, last + 1, store.publications(weightSet));
        });
    }

    /// Puts a version in force. Where it is in force already, nothing changes.
    ///
    /// @throws MacroEdgeException with `unknown-weight-set` or `unknown-weight-set-version`; with
    /// `weight-set-in-file`; with `weight-sets-full` where too many are published, or this one too often
    public WeightSetPublication publish(String weightSet, int version, ReasonRequest request) {
        String reason = StatedReason.of(request.reason());
        return changed(weightSet, recordedAt -> {
            List<WeightSetPublication> publications = store.publications(weightSet);
            if (version(weightSet, version, publications).inForce()) {
                return publications.getLast();
            }
            if (WeightSetStore.inForce(publications) == null && publishedBesideFiles() >= MOST_PUBLISHED) {
                throw WeightsMessage.SETS_FULL.exception(MOST_PUBLISHED);
            }
            if (publications.size() >= MOST_PUBLICATIONS) {
                throw WeightsMessage.PUBLICATIONS_FULL.exception(weightSet, MOST_PUBLICATIONS);
            }
            return store(new WeightSetPublication(
                    recordedAt, weightSet, PublicationKind.PUBLISH.code(), version, reason, author()));
        });
    }

    /// Takes the last publication back: the version that was in force before it is in force again,
    /// or none.
    ///
    /// @throws MacroEdgeException with `unknown-weight-set`; with `nothing-to-roll-back` where none
    /// is in force; with `weight-set-changed` where another is in force than the request says
    public WeightSetPublication rollBack(String weightSet, RollBackRequest request) {
        String reason = StatedReason.of(request.reason());
        return changed(weightSet, recordedAt -> {
            demandProposed(weightSet);
            List<Integer> standing = WeightSetStore.standing(store.publications(weightSet));
            if (standing.isEmpty()) {
                throw WeightsMessage.NOTHING_PUBLISHED.exception(weightSet);
            }
            Integer expected = request.inForce();
            if (expected != null && !expected.equals(standing.getLast())) {
                throw WeightsMessage.OTHER_IN_FORCE.exception(weightSet, standing.getLast(), expected);
            }
            Integer before = standing.size() == 1 ? null : standing.get(standing.size() - 2);
            return store(new WeightSetPublication(
                    recordedAt, weightSet, PublicationKind.ROLL_BACK.code(), before, reason, author()));
        });
    }

    /// Every version of a weight set, and what was in force when.
    ///
    /// @throws MacroEdgeException with `unknown-weight-set` where none was proposed
    public WeightSetHistory history(String weightSet) {
        List<WeightSetStore.Version> versions = demandProposed(weightSet);
        List<WeightSetPublication> publications = store.publications(weightSet);
        Integer inForce = isInFile(weightSet) ? null : WeightSetStore.inForce(publications);
        return new WeightSetHistory(
                weightSet,
                inForce,
                versions.stream()
                        .map(version -> view(weightSet, version, inForce))
                        .toList(),
                publications.reversed());
    }

    /// The complete definition of a version.
    ///
    /// @throws MacroEdgeException with `unknown-weight-set` or `unknown-weight-set-version`; with
    /// `weight-set-fault` where this version of macro-edge cannot read it
    public WeightSetContent content(String weightSet, int version) {
        try {
            return store.content(weightSet, version).orElseThrow(() -> noVersion(weightSet, version));
        } catch (CatalogueException unreadable) {
            throw WeightsMessage.UNREADABLE.exception(version, weightSet, faults(unreadable));
        }
    }

    private WeightSetPublication store(WeightSetPublication publication) {
        store.add(publication);
        events.append(
                WeightSetPublished.TYPE,
                WeightSetPublished.VERSION,
                publication.weightSet(),
                publication.recordedAt(),
                new WeightSetPublished(publication.weightSet(), publication.version()));
        return publication;
    }

    /// Runs a change in its transaction. Taking the record time takes the lock of every writer.
    private <T> T changed(String weightSet, Function<Instant, T> change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant recordedAt = recordTimes.take();
            checkNotInFile(weightSet);
            T result = change.apply(recordedAt);
            CurrentChange.record(jdbc, weightSet);
            return result;
        }));
    }

    private void checkNotInFile(String weightSet) {
        if (isInFile(weightSet)) {
            throw WeightsMessage.IN_FILE.exception(weightSet);
        }
    }

    private boolean isInFile(String weightSet) {
        return isInFile(weightSet, catalogue.current());
    }

    /// Whether a file defines the weight set, which then counts in place of what was published.
    private static boolean isInFile(String weightSet, Catalogue current) {
        return current.weightSet(weightSet)
                .filter(weights -> !current.isPublished(weights))
                .isPresent();
    }

    private long publishedBesideFiles() {
        Catalogue current = catalogue.current();
        return store.published().stream().filter(id -> !isInFile(id, current)).count();
    }

    private static void checkId(String weightSet) {
        if (weightSet.length() > LONGEST_ID || !ID.matcher(weightSet).matches()) {
            throw WeightsMessage.BAD_ID.exception(ShownText.of(weightSet), LONGEST_ID);
        }
    }

    private void checkRoom(String weightSet, int versions) {
        if (versions >= MOST_VERSIONS) {
            throw WeightsMessage.VERSIONS_FULL.exception(weightSet, MOST_VERSIONS);
        }
        if (versions == 0 && store.weightSets() >= MOST_WEIGHT_SETS) {
            throw WeightsMessage.IDS_FULL.exception(MOST_WEIGHT_SETS);
        }
    }

    private WeightSetContent read(String weightSet, String definition) {
        try {
            return WeightSetContent.of(weightSet, 1, definition, catalogue.current());
        } catch (CatalogueException wrong) {
            throw WeightsMessage.FAULTY.exception(faults(wrong));
        }
    }

    private static String faults(CatalogueException wrong) {
        return wrong.faults().stream()
                .limit(MOST_FAULTS)
                .map(WeightSetVersions::text)
                .collect(Collectors.joining("; "));
    }

    private static String text(CatalogueFault fault) {
        return "line " + fault.line() + ": " + fault.field() + " " + fault.what();
    }

    private WeightSetVersion version(String weightSet, int version, List<WeightSetPublication> publications) {
        Integer inForce = WeightSetStore.inForce(publications);
        return demandProposed(weightSet).stream()
                .filter(known -> known.number() == version)
                .map(known -> view(weightSet, known, inForce))
                .findFirst()
                .orElseThrow(() -> noVersion(weightSet, version));
    }

    private MacroEdgeException noVersion(String weightSet, int version) {
        int last = demandProposed(weightSet).getFirst().number();
        return WeightsMessage.NO_VERSION.exception(weightSet, version, last);
    }

    private List<WeightSetStore.Version> demandProposed(String weightSet) {
        List<WeightSetStore.Version> versions = ID.matcher(weightSet).matches() ? store.versions(weightSet) : List.of();
        if (versions.isEmpty()) {
            throw WeightsMessage.NO_PROPOSALS.exception(ShownText.of(weightSet));
        }
        return versions;
    }

    private static WeightSetVersion view(String weightSet, WeightSetStore.Version version, @Nullable Integer inForce) {
        return new WeightSetVersion(
                weightSet,
                version.number(),
                version.hash(),
                inForce != null && inForce == version.number(),
                version.reason(),
                version.author(),
                version.proposedAt());
    }

    private String author() {
        return CurrentChange.author().orElse(user);
    }
}
