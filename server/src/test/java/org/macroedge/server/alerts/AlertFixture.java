package org.macroedge.server.alerts;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.alerts.rules.AlertScope;
import org.macroedge.server.alerts.view.AlertItem;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.DatabaseClock;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.SourceViews;

/// A store of releases, and the alerts of one process over it.
record AlertFixture(Database database, TestStore store, Clock clock, AlertFile file, AlertBook book) {

    private static final Path CATALOGUE = Path.of("../catalogue");
    static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Profiles PROFILES = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> LOADED);
    private static final Path SAMPLE = Path.of("../samples/releases-2014-2021.csv.gz");
    static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";

    static AlertFixture of(Database database, Clock clock, AlertRule... rules) {
        TestStore store = TestStore.of(database, LOADED, clock);
        store.adoption().adopt();
        return of(database, store, clock, rules);
    }

    static AlertRule rule(String id, AlertKind kind, double level, int minutes) {
        return new AlertRule(id, kind, AlertScope.ALL, level, Duration.ofMinutes(minutes), List.of("desk"));
    }

    private static AlertFixture of(Database database, TestStore store, Clock clock, AlertRule... rules) {
        AlertFile file = new AlertFile(List.of(rules), List.of());
        AlertStore alerts = new AlertStore(database.jdbc());
        RecordTimes times = store.get(RecordTimes.class);
        Clock shared = DatabaseClock.of(database.jdbc(), clock);
        RuleStarts starts = new RuleStarts(database.jdbc(), new LabelStandings(database.jdbc()));
        AlertRaiser raiser = new AlertRaiser(alerts, store.get(EventLog.class), times, shared);
        return new AlertFixture(
                database, store, clock, file, new AlertBook(file, alerts, starts, raiser, times, facts(store, clock)));
    }

    /// Another process over the same store.
    AlertFixture again(AlertRule... rules) {
        return again(clock, rules);
    }

    /// Another process over the same store, on a machine with another clock.
    AlertFixture again(Clock other, AlertRule... rules) {
        return of(database, TestStore.of(database, LOADED, other), other, rules);
    }

    private LabelAlerts labels() {
        return new LabelAlerts(new LabelStandings(database.jdbc()), facts());
    }

    private KnownFacts facts() {
        return facts(store, clock);
    }

    private static KnownFacts facts(TestStore store, Clock clock) {
        return new KnownFacts(store.get(LatestBias.class), store.get(ReleaseReader.class), clock);
    }

    /// Looks once, as each minute.
    void sweep() {
        new AlertSweep(
                        file,
                        database.transactions(),
                        book,
                        labels(),
                        new ConditionAlerts(store.get(LatestCalendar.class), store.get(SourceViews.class)))
                .run();
    }

    /// Brings the events of the log to the alerts.
    void drain() {
        AlertConsumer consumer = new AlertConsumer(file, book, labels(), new ReleaseAlerts(facts(), book));
        new EventDelivery(database.jdbc(), database.transactions(), List.of(consumer)).drain();
    }

    /// Imports rows, computes what follows, and brings the events to the alerts.
    void load(String rows) {
        CalendarFile csv =
                new CalendarFile("rows.csv", () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        store.imports()
                .run(
                        new ImportRequest("macro-edge", PROFILES.named("macro-edge"), List.of(csv), false, false),
                        ImportProgress.SILENT);
        store.delivery().drain();
        drain();
    }

    /// The releases of the sample in a span.
    static String sample(String from, String to) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(SAMPLE)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("indicator,")
                            || line.split(",")[1].compareTo(from) >= 0 && line.split(",")[1].compareTo(to) < 0)
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    List<AlertItem> alerts() {
        return new AlertStore(database.jdbc()).latest(new AlertQuestion(null, null, null, null, 1_000), 1_000);
    }

    List<AlertItem> alerts(String rule) {
        return new AlertStore(database.jdbc()).latest(new AlertQuestion(rule, null, null, null, 1_000), 1_000);
    }

    void at(String instant) {
        ((SettableClock) clock).set(instant);
    }
}
