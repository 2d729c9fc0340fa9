package org.macroedge.server.cli.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.CatalogueState;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.DatabaseClock;
import org.macroedge.server.platform.database.DatabaseVersion;
import org.macroedge.server.platform.time.VirtualClock;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.importing.Sample;
import org.macroedge.server.surprises.LatestSurprises;

/// Checks a store that this process holds.
public final class StoreChecks {

    /// More than a question to a database far away takes, and than machines differ that a time server sets.
    private static final Duration MOST_APART = Duration.ofSeconds(10);

    private StoreChecks() {}

    public static List<Check> all(Session session, Settings settings, Clock clock) {
        Database database = session.get(Database.class);
        DatabaseVersion version = DatabaseVersion.of(database);
        List<BatchView> batches = session.get(Imports.class).list();
        KnownReleases known = session.get(LatestSurprises.class).at(null).facts();
        Instant last = known.recordedAt();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.ok("database", "PostgreSQL " + version.server() + ", schema " + version.schema()));
        TimescaleChecks.of(database, settings.timescale()).ifPresent(checks::add);
        checks.addAll(List.of(
                Check.ok(
                        "store",
                        Numbers.count(known.releases().size(), "release") + ", "
                                + Numbers.count(batches.size(), "batch") + ", last change " + last),
                data(known.releases().size(), batches),
                inForce(session.get(CatalogueInForce.class).state()),
                derived(session.get(EventDelivery.class).isBehind()),
                clock(clock.instant(), last)));
        if (settings.databaseUrl() != null && !(clock instanceof VirtualClock)) {
            clocks(clock.instant(), DatabaseClock.shownBy(database)).ifPresent(checks::add);
        }
        return checks;
    }

    /// Empty where both show about the same. The embedded database has the clock of this machine.
    static Optional<Check> clocks(Instant machine, Instant database) {
        return Duration.between(machine, database).abs().compareTo(MOST_APART) > 0
                ? Optional.of(Check.warn("clock", DoctorMessage.CLOCKS_DIFFER, machine, database))
                : Optional.empty();
    }

    static Check data(int releases, List<BatchView> batches) {
        if (releases == 0) {
            return Check.warn("data", DoctorMessage.EMPTY_STORE);
        }
        boolean imported = batches.stream()
                .anyMatch(batch -> batch.counts() != null && batch.undoneBy() == null && !isSample(batch));
        return imported
                ? Check.ok("data", "imported")
                : Check.warn("data", DoctorMessage.ONLY_SAMPLE, Sample.LAST_YEAR);
    }

    private static boolean isSample(BatchView batch) {
        return batch.kind().equals("sample");
    }

    static Check inForce(CatalogueState state) {
        return state.difference() == null
                ? Check.ok("in force", "catalogue " + state.inForce())
                : Check.warn("in force", DoctorMessage.OTHER_CATALOGUE, state.difference());
    }

    static Check derived(boolean behind) {
        return behind
                ? Check.warn("history", DoctorMessage.BEHIND)
                : Check.ok("history", "the stored surprises and biases are up to date");
    }

    static Check clock(Instant now, @Nullable Instant last) {
        return last != null && now.isBefore(last)
                ? Check.fail("clock", DoctorMessage.CLOCK_BEHIND, now, last)
                : Check.ok("clock", now.toString());
    }
}
