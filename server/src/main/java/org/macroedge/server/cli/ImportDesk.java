package org.macroedge.server.cli;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.importing.QuarantinedRow;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// Takes files in and back: in the store of the home, or by the server that holds it.
sealed interface ImportDesk extends AutoCloseable permits ImportDesk.OfStore, ServedImportDesk {

    /// The desk of a home: the server's where one runs.
    static ImportDesk open(HomeOptions options, Clock clock, Console console) {
        return ServerOrStore.<ImportDesk>ask(
                options,
                ServedImportDesk::new,
                () -> new OfStore(Session.open(options.settings(), clock, console::note)));
    }

    ImportOutcome calendar(String profile, List<CalendarFile> files, boolean dryRun, ImportProgress progress);

    List<BatchView> list();

    /// @return the number of the undo batch
    long undo(long batch);

    List<QuarantinedRow> quarantine(@Nullable Long batch);

    /// @return the batches taken back
    List<Long> removeSample();

    @Override
    void close();

    /// In the store itself.
    record OfStore(Session session) implements ImportDesk {

        @Override
        public ImportOutcome calendar(
                String profile, List<CalendarFile> files, boolean dryRun, ImportProgress progress) {
            return session.get(Imports.class)
                    .run(
                            new ImportRequest(
                                    profile, session.get(Profiles.class).named(profile), files, false, dryRun),
                            progress);
        }

        @Override
        public List<BatchView> list() {
            return session.get(Imports.class).list();
        }

        @Override
        public long undo(long batch) {
            return session.get(Imports.class).undo(batch);
        }

        @Override
        public List<QuarantinedRow> quarantine(@Nullable Long batch) {
            return session.get(Imports.class).quarantine(batch);
        }

        @Override
        public List<Long> removeSample() {
            return session.get(Imports.class).removeSample();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
