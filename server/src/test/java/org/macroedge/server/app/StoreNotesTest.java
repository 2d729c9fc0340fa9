package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.catalogue.EditedCatalogue;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// What a command says beside its answer about a store that changes, or fails, around it.
class StoreNotesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-02-01T08:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    @Test
    void anEditOfReleaseTimesBetweenTwoCommandsIsTold() throws Exception {
        EditedCatalogue catalogue = EditedCatalogue.in(folder.resolve("catalogue"));
        Settings settings = settings().withCatalogue(folder.resolve("catalogue"));
        try (Session session = Session.open(settings, CLOCK, notes::add)) {
            importOne(session);
        }
        catalogue.edit("de-prelim-cpi-mom", "time: \"14:00\"", "time: \"13:00\"");
        notes.clear();

        Session.open(settings, CLOCK, notes::add).close();

        DeclaredMessages.assertSeen("NoteMessage.CATALOGUE_EDITED", notes.getFirst());
    }

    @Test
    void aDatabaseThatEndsBeforeTheHistoryIsUpToDateIsTold() throws Exception {
        Session session = Session.open(settings(), CLOCK, notes::add);
        importOne(session);
        String postmaster = Files.readAllLines(settings().home().database().resolve("postmaster.pid"))
                .getFirst();
        notes.clear();
        ProcessHandle process = ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();

        session.close();

        DeclaredMessages.assertSeen("NoteMessage.HISTORY_STAYS_BEHIND", String.join("\n", notes));
        notes.clear();
        Session.open(settings(), CLOCK, notes::add).close();
        assertThat(notes).containsExactly("Bringing the stored history of surprises and biases up to date");
    }

    private Settings settings() {
        return Settings.of(Map.of(), notes::add)
                .withHome(folder.resolve("home"))
                .withCatalogue(Path.of("../catalogue"))
                .withoutSample();
    }

    private void importOne(Session session) throws Exception {
        Path file = Files.writeString(
                folder.resolve("rows.csv"),
                "indicator,released_at,period,actual,forecast,previous\nde-prelim-cpi-mom,2021-03-30,,0.5,0.5,0.7\n");
        session.get(Imports.class)
                .run(
                        new ImportRequest(
                                "macro-edge",
                                session.get(Profiles.class).named("macro-edge"),
                                List.of(CalendarFile.of(file)),
                                false,
                                false),
                        ImportProgress.SILENT);
    }
}
