package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

class CatalogueEditsTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock LATER = Clock.fixed(FIRST.plusSeconds(3_600), ZoneOffset.UTC);
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    private Database database;
    private EditedCatalogue files;
    private CatalogueInForce inForce;
    private CatalogueEdits edits;
    private final AtomicInteger versions = new AtomicInteger();

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        files = EditedCatalogue.in(folder);
        inForce = new CatalogueInForce(database.jdbc(), LoadedCatalogue.load(folder, checked()));
        edits = new CatalogueEdits(folder, checked(), inForce, this::adopt, LATER);
        edits.refresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEditTakesEffectOnceItsBytesHaveSettled() {
        String before = inForce.current().hash();
        edit("3");

        edits.refresh();
        assertThat(inForce.current().hash()).isEqualTo(before);
        edits.refresh();

        assertThat(importance()).isEqualTo(1);
        assertThat(inForce.isOwn()).isTrue();
        assertThat(versions).hasValue(2);
    }

    @Test
    void aFileThatIsAddedAndRemovedAgainLeavesTheCatalogueOfBefore() throws IOException {
        String before = inForce.current().hash();
        Path added = folder.resolve("indicators").resolve("US2.yaml");
        String entry = Files.readString(folder.resolve("indicators").resolve("US.yaml"))
                .split("\n- ")[1]
                .replaceFirst("id: [a-z-]+", "id: us-example");
        Files.writeString(added, "- " + entry.replaceFirst("^- ", "") + "\n");
        files.edit(
                "profiles/forexfactory-archive.yaml",
                profile -> profile + "  - {area: USD, title: Example, indicator: us-example}\n");
        edits.refresh();
        edits.refresh();
        assertThat(inForce.current().indicator("us-example")).isPresent();

        Files.delete(added);
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.toList()) {
                Files.setLastModifiedTime(path, LONG_AGO);
            }
        }
        edits.refresh();
        edits.refresh();

        assertThat(inForce.current().hash()).isEqualTo(before);
        assertThat(inForce.isOwn()).isTrue();
    }

    @Test
    void aFaultyEditChangesNothingAndIsReportedUntilItIsMended() {
        try (LogLines lines = LogLines.open()) {
            breakAndMend();
            lines.assertSeen("LogMessage.EDIT_FAULTY");
            lines.assertSeen("LogMessage.CATALOGUE_IN_FORCE");
        }
    }

    /// One by a version of macro-edge that knows more fields, say. It takes nothing else with it.
    @Test
    void aPublishedWeightSetThatCannotBeReadIsLeftOutAndNamed() {
        database.jdbc().sql("""
            INSERT INTO weight_set_version (weight_set, version, hash, content, reason, author, proposed_at)
            VALUES ('later', 1, 'h', '{"id": "later"}', 'r', 'a', now())
            """).update();
        database.jdbc().sql("""
            INSERT INTO weight_set_publication (recorded_at, weight_set, version, kind, reason, author)
            VALUES (now(), 'later', 1, 'publish', 'r', 'a')
            """).update();
        try (LogLines lines = LogLines.open()) {
            edits.refresh();
            lines.assertSeen("LogMessage.WEIGHTS_UNREADABLE");
        }
        assertThat(inForce.current().weightSet("later")).isEmpty();
        assertThat(inForce.current().weightSet("default")).isPresent();
        assertThat(new CatalogueHealth(inForce).health().getDetails().get("unreadable"))
                .asString()
                .contains("weight set later");
    }

    private void breakAndMend() {
        String before = inForce.current().hash();
        files.edit("us-nonfarm-payrolls", "importance: 3", "importance: 7");

        edits.refresh();
        edits.refresh();

        assertThat(inForce.current().hash()).isEqualTo(before);
        assertThat(inForce.state().difference()).isNull();
        assertThat(inForce.state().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(folder.resolve("indicators/US.yaml"));
            assertThat(fault.field()).isEqualTo("importance");
            assertThat(fault.line()).isGreaterThan(1);
        });
        assertThat(new CatalogueHealth(inForce).health().getDetails().get("faults"))
                .asString()
                .contains("US.yaml:")
                .contains(": importance: ");

        edit("7");
        edits.refresh();
        edits.refresh();

        assertThat(importance()).isEqualTo(1);
        assertThat(inForce.state().faults()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsAFault() throws IOException {
        Files.move(folder.resolve("indicators"), home.resolve("indicators"));

        edits.refresh();
        edits.refresh();

        assertThat(versions).hasValue(1);
        assertThat(inForce.state().faults()).isNotEmpty();
    }

    @Test
    void filesThatStayAsTheyAreAreNotReadAgain() {
        LoadedCatalogue loaded = inForce.own();

        edits.refresh();
        edits.refresh();

        assertThat(inForce.own()).isSameAs(loaded);
        assertThat(versions).hasValue(1);
    }

    private int importance() {
        return inForce.current().indicator("us-nonfarm-payrolls").orElseThrow().importance();
    }

    private void edit(String importance) {
        files.edit("us-nonfarm-payrolls", "importance: " + importance, "importance: 1");
    }

    private int adopt() {
        if (!inForce.isOwn() && !inForce.isSuperseded()) {
            inForce.record(inForce.own().catalogue(), FIRST.plusSeconds(versions.getAndIncrement()));
        }
        return 0;
    }

    private Path checked() {
        return home.resolve(CatalogueLoader.CHECKED);
    }
}
