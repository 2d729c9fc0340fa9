package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.bias.StoredBias;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.events.EventPump;
import org.macroedge.server.exports.Exports;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.HomeLock;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.releases.ReleaseFacts;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.importing.Profiles;
import org.macroedge.server.releases.importing.ReleaseStore;
import org.macroedge.server.releases.importing.Sample;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.StoredSurprises;
import org.macroedge.server.surprises.Surprises;

/// The catalogue and the store while a command runs: opened under the home's lock, the sample loaded into an
/// empty one.
final class Session implements AutoCloseable {

    private final HomeDirectory home;
    private final HomeLock lock;
    private final Database database;
    private final CatalogueInForce catalogue;
    private final ReleaseStore store;
    private final Profiles profiles;
    private final LatestSurprises surprises;
    private final LatestBias bias;
    private final EventDelivery delivery;
    private final PrintWriter notes;

    private Session(
            HomeDirectory home,
            HomeLock lock,
            Database database,
            CatalogueInForce catalogue,
            ReleaseStore store,
            Profiles profiles,
            Clock clock,
            PrintWriter notes) {
        this.home = home;
        this.lock = lock;
        this.database = database;
        this.catalogue = catalogue;
        this.store = store;
        this.profiles = profiles;
        this.surprises = new LatestSurprises(store.facts());
        this.bias = new LatestBias(surprises, clock);
        this.delivery = new EventDelivery(
                database.jdbc(),
                database.transactions(),
                List.of(
                        new StoredSurprises(catalogue, surprises, database),
                        new StoredBias(catalogue, bias, database, store.events(), store.recordTimes())));
        this.notes = notes;
    }

    /// Opens the store of a home for a short command, which waits for others.
    ///
    /// @param notes hears what a first run does, which takes seconds
    static Session open(HomeOptions options, Clock clock, PrintWriter notes) {
        return open(options, clock, notes, HomeLock::forCommand, System.getenv());
    }

    /// Opens the store of a home as it is, an empty one too.
    static Session withoutSample(HomeOptions options, Clock clock, PrintWriter notes) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(Sample.VARIABLE, Sample.NONE);
        return open(options, clock, notes, HomeLock::forCommand, environment);
    }

    /// Opens the store of a home for a server, of which a home has one.
    static Session forServer(HomeOptions options, Clock clock, PrintWriter notes) {
        return open(options, clock, notes, HomeLock::forServer, System.getenv());
    }

    private static Session open(
            HomeOptions options,
            Clock clock,
            PrintWriter notes,
            BiFunction<HomeDirectory, Consumer<String>, HomeLock> locking,
            Map<String, String> environment) {
        HomeDirectory home = HomeDirectory.of(environment, options.home);
        ServerFile.read(home).ifPresent(server -> refuse(home, server));
        HomeLock lock = locking.apply(home, note -> {
            notes.println(note);
            notes.flush();
        });
        try {
            return open(options, clock, notes, environment, home, lock);
        } catch (RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    private static Session open(
            HomeOptions options,
            Clock clock,
            PrintWriter notes,
            Map<String, String> environment,
            HomeDirectory home,
            HomeLock lock) {
        if (!Files.exists(home.database())) {
            notes.println("First run: setting up the store in " + home.path());
            notes.flush();
        }
        OpeningDatabase opening = OpeningDatabase.start(home, environment);
        LoadedCatalogue own = catalogue(options, home, opening);
        Database database = opening.await();
        try {
            CatalogueInForce catalogue = new CatalogueInForce(database.jdbc(), own);
            Profiles profiles =
                    new Profiles(options.catalogue.resolve("profiles"), home.profiles(), catalogue::current);
            ReleaseStore store = ReleaseStore.of(database, catalogue, clock);
            int moved = store.adoption().adopt();
            if (moved > 0) {
                notes.println("The catalogue was edited: " + moved + " releases moved to its release times");
                notes.flush();
            }
            String difference = catalogue.state().difference();
            if (difference != null) {
                notes.println(difference);
                notes.flush();
            }
            Session session = new Session(home, lock, database, catalogue, store, profiles, clock, notes);
            session.loadSample(environment, options.catalogue, notes);
            return session;
        } catch (RuntimeException fault) {
            database.close();
            throw fault;
        }
    }

    private static LoadedCatalogue catalogue(HomeOptions options, HomeDirectory home, OpeningDatabase opening) {
        try {
            return LoadedCatalogue.load(options.catalogue, home.path().resolve(CatalogueLoader.CHECKED));
        } catch (RuntimeException fault) {
            opening.abandon(fault);
            throw fault;
        }
    }

    private static void refuse(HomeDirectory home, ServerFile server) {
        throw new MacroEdgeException(
                ProblemCode.HOME_IN_USE,
                "the home directory is in use by a server, process " + server.processId(),
                home.path().toString(),
                "Its address is " + server.address() + "; stop it, or name another home with --home");
    }

    private void loadSample(Map<String, String> environment, Path catalogueFolder, PrintWriter notes) {
        Path file = Sample.file(environment, catalogueFolder);
        if (file == null || !store.imports().isEmpty()) {
            return;
        }
        ImportOutcome outcome = store.imports()
                .run(
                        new ImportRequest(
                                Sample.PROFILE,
                                profiles.named(Sample.PROFILE),
                                List.of(Sample.calendar(file)),
                                true,
                                false),
                        ImportProgress.SILENT);
        notes.println("Loaded the sample: " + outcome.counts().imported()
                + " rows of real figures; they end years ago and are nobody's today. `sample remove` takes them out.");
        notes.println();
        notes.flush();
    }

    HomeDirectory home() {
        return home;
    }

    CatalogueInForce catalogue() {
        return catalogue;
    }

    ReleaseFacts facts() {
        return store.facts();
    }

    /// Everything known at a record time, by the catalogue in force then.
    ///
    /// @param recordedAt null for the latest
    Known known(@Nullable Instant recordedAt) {
        Surprises known = surprises.at(recordedAt);
        return new Known(known.catalogue(), known);
    }

    /// The catalogue, and the facts of one record time with their surprises.
    record Known(Catalogue catalogue, Surprises surprises) {}

    Imports imports() {
        return store.imports();
    }

    Profiles profiles() {
        return profiles;
    }

    LatestSurprises surprises() {
        return surprises;
    }

    LatestBias bias() {
        return bias;
    }

    Exports exports(Clock clock) {
        return new Exports(surprises, bias, clock);
    }

    /// Delivers events while a server runs.
    EventPump pump(Clock clock) {
        return EventPump.start(delivery, store.events(), clock);
    }

    /// Brings what is stored of surprises and biases up to the facts.
    private void drain() {
        if (delivery.isBehind()) {
            notes.println("Bringing the stored history of surprises and biases up to date");
            notes.flush();
            delivery.drain();
        }
    }

    @Override
    public void close() {
        try {
            drain();
        } catch (RuntimeException fault) {
            notes.println(
                    "The stored history is not up to date: " + fault.getMessage() + ". The next command tries again.");
            notes.flush();
        }
        database.close();
        lock.close();
    }
}
