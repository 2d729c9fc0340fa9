package org.macroedge.server.cli;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.audit.AuditLog;
import org.macroedge.server.prices.PriceImportRequest;
import org.macroedge.server.prices.PriceImports;
import org.macroedge.server.prices.profile.PriceProfiles;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.importing.QuarantinedRow;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// Imports files and undoes imports, in the store of the home or through the server that holds it.
sealed interface ImportOperations extends AutoCloseable permits ImportOperations.LocalImports, RemoteImports {

    /// Opens the imports of a home: those of its server if one runs, else its store.
    static ImportOperations open(HomeOptions options, Clock clock, Console console) {
        return HomeAccess.<ImportOperations>ask(
                options,
                RemoteImports::new,
                () -> new LocalImports(Session.open(options.settings(), clock, console::note)));
    }

    ImportOutcome calendar(String profile, List<CalendarFile> files, boolean dryRun, ImportProgress progress);

    /// @param instrument to which the files belong; null where they or the catalogue say it
    ImportOutcome prices(
            String profile,
            List<CalendarFile> files,
            @Nullable String instrument,
            boolean dryRun,
            ImportProgress progress);

    List<BatchView> list();

    /// @return the number of the undo batch
    long undo(long batch);

    List<QuarantinedRow> quarantine(@Nullable Long batch);

    /// @return the batches undone
    List<Long> removeSample();

    @Override
    void close();

    /// Works on the store itself.
    record LocalImports(Session session) implements ImportOperations {

        @Override
        public ImportOutcome calendar(
                String profile, List<CalendarFile> files, boolean dryRun, ImportProgress progress) {
            return audited(
                    "import calendar",
                    () -> session.get(Imports.class)
                            .run(
                                    new ImportRequest(
                                            profile, session.get(Profiles.class).named(profile), files, false, dryRun),
                                    progress));
        }

        @Override
        public ImportOutcome prices(
                String profile,
                List<CalendarFile> files,
                @Nullable String instrument,
                boolean dryRun,
                ImportProgress progress) {
            return audited(
                    "import prices",
                    () -> session.get(PriceImports.class)
                            .run(
                                    new PriceImportRequest(
                                            profile,
                                            session.get(PriceProfiles.class).named(profile),
                                            files,
                                            instrument,
                                            dryRun),
                                    progress));
        }

        @Override
        public List<BatchView> list() {
            return session.get(Imports.class).list();
        }

        @Override
        public long undo(long batch) {
            return session.get(AuditLog.class)
                    .command(
                            "import undo",
                            List.of(String.valueOf(batch)),
                            () -> session.get(Imports.class).undo(batch));
        }

        @Override
        public List<QuarantinedRow> quarantine(@Nullable Long batch) {
            return session.get(Imports.class).quarantine(batch);
        }

        @Override
        public List<Long> removeSample() {
            return audited("sample remove", () -> session.get(Imports.class).removeSample());
        }

        private <T> T audited(String words, Supplier<T> work) {
            return session.get(AuditLog.class).command(words, List.of(), work);
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
