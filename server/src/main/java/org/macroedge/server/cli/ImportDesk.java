package org.macroedge.server.cli;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.calendar.CalendarFile;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.importing.QuarantinedRow;

/// Takes files in and back: in the store of the home, or by the server that holds it.
sealed interface ImportDesk extends AutoCloseable permits ImportDesk.OfStore, ServedImportDesk {

    /// The desk of a home: the server's where one runs.
    static ImportDesk open(HomeOptions options, Clock clock, Console console) {
        return ServerOrStore.<ImportDesk>ask(
                options, ServedImportDesk::new, () -> new OfStore(Session.open(options, clock, console.notes())));
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
            return session.imports()
                    .run(new ImportRequest(profile, session.profiles().named(profile), files, false, dryRun), progress);
        }

        @Override
        public List<BatchView> list() {
            return session.imports().list();
        }

        @Override
        public long undo(long batch) {
            return session.imports().undo(batch);
        }

        @Override
        public List<QuarantinedRow> quarantine(@Nullable Long batch) {
            return session.imports().quarantine(batch);
        }

        @Override
        public List<Long> removeSample() {
            return session.imports().removeSample();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
