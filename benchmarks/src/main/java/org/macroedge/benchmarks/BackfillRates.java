package org.macroedge.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macroedge.server.app.StoreContext;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.exports.ExportForm;
import org.macroedge.server.exports.ExportedReleases;
import org.macroedge.server.exports.Exports;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.EmbeddedDatabase;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.time.VirtualClock;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.Backfill;
import org.macroedge.server.sources.BackfillSpan;
import org.macroedge.server.sources.view.BackfillStep;
import org.macroedge.server.sources.view.SourceRun;
import org.springframework.context.support.GenericApplicationContext;

/// Times, in turns on one PostgreSQL, a back-fill of ten years of every FRED series from loopback, and an import of a
/// file with the same releases. The clock runs so fast that the source's limit of two requests a second costs no time.
final class BackfillRates {

    private static final String SOURCE = "fred";
    private static final String PROFILE = "macro-edge";
    private static final int WARM_UP = 2;
    private static final int SPEED = 1_000;
    private static final Instant NOW = Instant.parse("2020-06-01T12:00:00Z");
    private static final Instant FROM = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2019-12-31T00:00:00Z");

    private final EmbeddedDatabase server;
    private final Path folder;
    private final Catalogue catalogue;
    private final Profiles profiles;
    private final List<Double> ratios = new ArrayList<>();
    private int databases;

    private BackfillRates(EmbeddedDatabase server, Path catalogue, Path folder) {
        this.server = server;
        this.folder = folder;
        this.catalogue = CatalogueLoader.load(catalogue);
        this.profiles = new Profiles(catalogue.resolve("profiles"), Path.of("none"), () -> this.catalogue);
    }

    /// @param arguments the catalogue folder, an empty folder, the number of rounds
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: BackfillRates CATALOGUE FOLDER ROUNDS");
            System.exit(2);
        }
        Path folder = Path.of(arguments[1]);
        try (EmbeddedDatabase server = EmbeddedDatabase.start(new HomeDirectory(folder.resolve("home")))) {
            BackfillRates rates = new BackfillRates(server, Path.of(arguments[0]), folder);
            int rounds = Integer.parseInt(arguments[2]);
            for (int round = 1 - WARM_UP; round <= rounds; round++) {
                rates.round(round);
            }
            System.out.printf("median  %.2f of the rate of an import%n", median(rates.ratios));
        }
    }

    private static double median(List<Double> values) {
        List<Double> ascending = values.stream().sorted().toList();
        int half = ascending.size() / 2;
        return ascending.size() % 2 == 1 ? ascending.get(half) : (ascending.get(half - 1) + ascending.get(half)) / 2;
    }

    private record Timing(double seconds, long rows) {
        double rate() {
            return rows / seconds;
        }
    }

    private void round(int round) throws IOException {
        Path file = folder.resolve("releases.csv");
        Timing filled = backfill(file);
        Timing imported = importFile(file);
        if (filled.rows() != imported.rows()) {
            throw new IllegalStateException(filled.rows() + " and " + imported.rows() + " releases");
        }
        if (round > 0) {
            ratios.add(filled.rate() / imported.rate());
            System.out.printf(
                    "round %d  %,d releases   back-fill %.3f s (%,.0f a second)   import %.3f s (%,.0f a second)"
                            + "   %.2f of its rate%n",
                    round,
                    filled.rows(),
                    filled.seconds(),
                    filled.rate(),
                    imported.seconds(),
                    imported.rate(),
                    filled.rate() / imported.rate());
        }
    }

    private Timing backfill(Path file) throws IOException {
        List<Series> series = catalogue.series().stream()
                .filter(known -> known.source().equals(SOURCE))
                .toList();
        Clock clock = VirtualClock.of(
                        Clock.systemUTC(), NOW + "," + Clock.systemUTC().instant() + "," + SPEED)
                .orElseThrow();
        try (VintageServer publisher = new VintageServer(series);
                Database database = fresh();
                GenericApplicationContext context = context(
                        database,
                        clock,
                        Map.of(
                                "MACRO_EDGE_SOURCES",
                                SOURCE,
                                "MACRO_EDGE_SOURCE_ADDRESSES",
                                SOURCE + "=" + publisher.address(),
                                "MACRO_EDGE_FRED_KEY",
                                "composed",
                                "MACRO_EDGE_FRED_TERMS",
                                "accepted"))) {
            Backfill backfill = context.getBean(Backfill.class);
            BackfillSpan span = BackfillSpan.of(SOURCE, null, FROM, TO, clock);
            long start = System.nanoTime();
            BackfillStep step;
            do {
                step = backfill.next(span, request -> {});
                step.items().stream().filter(SourceRun::isFailure).findFirst().ifPresent(failed -> {
                    throw new IllegalStateException(failed.note());
                });
            } while (step.left() > 0);
            double seconds = (System.nanoTime() - start) / 1e9;
            try (Writer out = Files.newBufferedWriter(file)) {
                context.getBean(Exports.class)
                        .importable(new Query(null, null), ExportedReleases.ALL)
                        .writeTo(out, ExportForm.PLAIN);
            }
            return new Timing(seconds, releases(database));
        }
    }

    private Timing importFile(Path file) throws IOException {
        try (Database database = fresh();
                GenericApplicationContext context = context(database, Clock.systemUTC(), Map.of())) {
            ImportRequest request =
                    new ImportRequest(PROFILE, profiles.named(PROFILE), List.of(CalendarFile.of(file)), false, false);
            Imports imports = context.getBean(Imports.class);
            long start = System.nanoTime();
            imports.run(request, ImportProgress.SILENT);
            return new Timing((System.nanoTime() - start) / 1e9, releases(database));
        }
    }

    private static long releases(Database database) {
        return database.jdbc()
                .sql("SELECT count(*) FROM print")
                .query(Long.class)
                .single();
    }

    /// The modules of a short command over a database that is open.
    private GenericApplicationContext context(Database database, Clock clock, Map<String, String> variables) {
        return StoreContext.start(context -> {
            context.registerBean(Clock.class, () -> clock);
            context.registerBean(Settings.class, () -> Settings.of(variables, note -> {}));
            context.registerBean("database", Database.class, () -> database);
            context.registerBean(
                    "loadedCatalogue", LoadedCatalogue.class, () -> new LoadedCatalogue(catalogue, Instant.EPOCH));
        });
    }

    private Database fresh() {
        String login = "?user=" + server.username() + "&password=" + server.password();
        String name = "backfill_" + ++databases;
        try (Database admin = Database.at(server.jdbcUrl() + login)) {
            admin.jdbc().sql("CREATE DATABASE " + name).update();
        }
        return Database.at(server.jdbcUrl().replace("/postgres", "/" + name) + login);
    }
}
