package org.macroedge.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.server.app.StoreContext;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.EmbeddedDatabase;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.postgresql.PGConnection;

/// Times, in turns on one PostgreSQL, the import of an archive, a bare COPY of the rows that it stored into the
/// same tables with their keys, and a second import of the same files with one actual changed in each.
///
/// The store step is what an import does once all files are read: matching, writing, events, commit.
final class ImportRates {

    private static final String PROFILE = "forexfactory-archive";
    private static final int WARM_UP = 3;
    private static final List<String> TABLES =
            List.of("batch", "statement", "release", "print", "schedule", "forecast");

    private final EmbeddedDatabase server;
    private final Catalogue catalogue;
    private final Profiles profiles;
    private final List<Double> throughputs = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private int databases;

    private ImportRates(EmbeddedDatabase server, Path catalogue) {
        this.server = server;
        this.catalogue = CatalogueLoader.load(catalogue);
        this.profiles = new Profiles(catalogue.resolve("profiles"), Path.of("none"), () -> this.catalogue);
    }

    /// @param arguments the folder of the archive, the folder of the same with one actual changed in each file,
    /// the catalogue folder, an empty folder for the server, the number of rounds
    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length != 5) {
            System.err.println("Usage: ImportRates ARCHIVE CHANGED CATALOGUE HOME ROUNDS");
            System.exit(2);
        }
        try (EmbeddedDatabase server = EmbeddedDatabase.start(new HomeDirectory(Path.of(arguments[3])))) {
            ImportRates rates = new ImportRates(server, Path.of(arguments[2]));
            int rounds = Integer.parseInt(arguments[4]);
            for (int round = 1 - WARM_UP; round <= rounds; round++) {
                rates.round(round, Path.of(arguments[0]), Path.of(arguments[1]));
            }
            System.out.printf(
                    "medians  store step %.2f of the throughput of COPY   second import %.1f times as fast%n",
                    median(rates.throughputs), median(rates.times));
        }
    }

    private void round(int round, Path archive, Path changed) throws IOException, SQLException {
        try (Database first = fresh();
                Database bare = fresh()) {
            Timing once = run(first, archive);
            Map<String, byte[]> rows = rows(first);
            double copy = copy(rows, bare);
            Timing again = run(first, changed);
            if (round > 0) {
                throughputs.add(copy / once.store());
                times.add(once.whole() / again.whole());
                System.out.printf(
                        "round %d  bare COPY %.3f s   store step %.3f s (%.2f of its throughput)   first import %.3f s"
                                + " (%,.0f rows/s)   second %.3f s (%.1f times as fast; store step %.3f s, %.1f times)"
                                + "   %d corrections%n",
                        round,
                        copy,
                        once.store(),
                        copy / once.store(),
                        once.whole(),
                        once.counts().read() / once.whole(),
                        again.whole(),
                        once.whole() / again.whole(),
                        again.store(),
                        once.store() / again.store(),
                        again.counts().corrected());
            }
        }
    }

    private static double median(List<Double> values) {
        List<Double> ascending = values.stream().sorted().toList();
        int half = ascending.size() / 2;
        return ascending.size() % 2 == 1 ? ascending.get(half) : (ascending.get(half - 1) + ascending.get(half)) / 2;
    }

    private record Timing(double whole, double store, ImportCounts counts) {}

    private Timing run(Database database, Path folder) throws IOException {
        List<CalendarFile> files = new ArrayList<>();
        try (var listed = Files.list(folder)) {
            listed.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .forEach(file -> files.add(CalendarFile.of(file)));
        }
        long[] lastRead = {0};
        ImportProgress progress = new ImportProgress() {
            @Override
            public void read(long rows) {
                lastRead[0] = System.nanoTime();
            }
        };
        ImportRequest request = new ImportRequest(PROFILE, profiles.named(PROFILE), files, false, false);
        Imports imports = imports(database);
        long start = System.nanoTime();
        ImportCounts counts = imports.run(request, progress).counts();
        long end = System.nanoTime();
        return new Timing((end - start) / 1e9, (end - lastRead[0]) / 1e9, counts);
    }

    /// The modules of a short command over a database that is open.
    private Imports imports(Database database) {
        return StoreContext.start(context -> {
                    context.registerBean(Clock.class, Clock::systemUTC);
                    context.registerBean(Settings.class, () -> Settings.of(Map.of(), note -> {}));
                    context.registerBean("database", Database.class, () -> database);
                    context.registerBean(
                            "loadedCatalogue",
                            LoadedCatalogue.class,
                            () -> new LoadedCatalogue(catalogue, Instant.EPOCH));
                })
                .getBean(Imports.class);
    }

    private static Map<String, byte[]> rows(Database database) throws SQLException, IOException {
        Map<String, byte[]> rows = new LinkedHashMap<>();
        try (Connection connection = database.source().getConnection()) {
            for (String table : TABLES) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", bytes);
                rows.put(table, bytes.toByteArray());
            }
        }
        return rows;
    }

    private static double copy(Map<String, byte[]> rows, Database database) throws SQLException, IOException {
        try (Connection connection = database.source().getConnection()) {
            long start = System.nanoTime();
            connection.setAutoCommit(false);
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table.getKey() + " FROM STDIN", new ByteArrayInputStream(table.getValue()));
            }
            connection.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private Database fresh() {
        String login = "?user=" + server.username() + "&password=" + server.password();
        String name = "import_" + ++databases;
        try (Database admin = Database.at(server.jdbcUrl() + login)) {
            admin.jdbc().sql("CREATE DATABASE " + name).update();
        }
        return Database.at(server.jdbcUrl().replace("/postgres", "/" + name) + login);
    }
}
