package org.macroedge.server.exports.scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.exports.ExportFormat;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

class FolderPlaceTest {

    private static final Instant TIME = Instant.parse("2026-11-28T07:00:00Z");
    private static final ExportFileName NAME = new ExportFileName("us", TIME, ExportFormat.CSV);
    private static final String FILE = "us-2026-11-28T070000Z.csv";

    @TempDir
    Path folder;

    private ExportPlace place() {
        return new FolderPlace(folder, "exports");
    }

    private boolean add(String text) {
        return place().add(NAME, Map.of(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileAppearsOnceItIsWhole() throws IOException {
        boolean added = place().add(NAME, Map.of(), out -> {
            out.write("z\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(names()).hasSize(1).first().asString().matches("\\.us-\\d+\\.next");
            out.write("0.25\n".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(added).isTrue();
        assertThat(names()).containsExactly(FILE);
        assertThat(folder.resolve(FILE)).hasContent("z\n0.25\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(FILE))))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void aFileThatIsThereStaysAlsoWhereItComesWhileAnotherIsWritten() throws IOException {
        Files.writeString(folder.resolve(FILE), "first");
        assertThat(place().add(NAME, Map.of(), out -> {
                    throw new AssertionError("an export is computed for nothing");
                }))
                .isFalse();
        Files.delete(folder.resolve(FILE));

        assertThat(place().add(NAME, Map.of(), out -> Files.writeString(folder.resolve(FILE), "meanwhile")))
                .isFalse();

        assertThat(names()).containsExactly(FILE);
        assertThat(folder.resolve(FILE)).hasContent("meanwhile");
    }

    @Test
    void anExportThatFailsLeavesNoFile() throws IOException {
        assertThatThrownBy(() -> place().add(NAME, Map.of(), out -> {
                    out.write(1);
                    throw new IllegalStateException("of the test");
                }))
                .hasMessage("of the test");

        assertThat(names()).isEmpty();
        assertThat(add("z\n")).isTrue();
    }

    @Test
    void aFolderThatIsNotThereIsToldWithWhatToDo() throws IOException {
        Path missing = folder.resolve("none");
        assertFaulty(missing, "the folder does not exist");
        assertFaulty(Files.writeString(folder.resolve("file"), ""), "not a directory");
        assertThat(Files.exists(missing)).isFalse();
    }

    private static void assertFaulty(Path folder, String reason) {
        MacroEdgeException fault = catchThrowableOfType(
                MacroEdgeException.class,
                () -> new FolderPlace(folder, "exports").add(NAME, Map.of(), out -> out.write(1)));

        DeclaredMessages.assertSeen("ScheduledExportMessage.FAULTY_FOLDER", String.valueOf(fault.getMessage()));
        assertThat(fault.code()).isEqualTo(ProblemCode.OUTPUT_FAULT);
        assertThat(fault)
                .hasMessageContaining(folder + " of a scheduled export cannot be used: " + reason)
                .hasMessageContaining("`jobs run scheduled_export.us`");
    }

    @Test
    void whatAKilledServerLeftIsRemovedAfterADay() throws IOException {
        Path old = Files.writeString(folder.resolve(".us-123.next"), "half");
        Path recent = Files.writeString(folder.resolve(".us-124.next"), "half");
        Path other = Files.writeString(folder.resolve(".us-all-125.next"), "half");
        for (Path file : List.of(old, other)) {
            Files.setLastModifiedTime(
                    file,
                    FileTime.from(Files.getLastModifiedTime(file).toInstant().minus(Duration.ofHours(25))));
        }

        add("z\n");

        assertThat(names()).containsExactly(".us-124.next", ".us-all-125.next", FILE);
        assertThat(recent).hasContent("half");
    }

    /// As one of another user in a folder whose files only their owners may remove.
    @Test
    void aLeftoverThatCannotBeRemovedIsNoObstacle() throws IOException {
        Path leftover = Files.createDirectory(folder.resolve(".us-123.next"));
        Files.writeString(leftover.resolve("file"), "");

        FolderPlace.removeLeftover(leftover, Instant.MAX);

        assertThat(add("z\n")).isTrue();
        assertThat(names()).containsExactly(".us-123.next", FILE);
    }

    @Test
    void whatIsNoFileWithContentIsNotTakenForOne() throws IOException {
        Path target = folder.resolve(FILE);
        List<Obstacle> obstacles = List.of(
                () -> Files.createFile(target),
                () -> Files.createDirectory(target),
                () -> Files.createSymbolicLink(target, folder.resolve("nothing")));
        for (Obstacle obstacle : obstacles) {
            obstacle.put();
            MacroEdgeException fault = catchThrowableOfType(MacroEdgeException.class, () -> add("z\n"));
            DeclaredMessages.assertSeen("ScheduledExportMessage.NO_FILE", String.valueOf(fault.getMessage()));
            assertThat(fault).hasMessageContaining(FILE);
            Files.delete(target);
        }
        assertThat(add("z\n")).isTrue();
    }

    private interface Obstacle {
        void put() throws IOException;
    }

    /// The clock was ahead once.
    @Test
    void theFileOfARunIsKeptAlsoWhereFilesOfLaterTimesExist() throws IOException {
        for (int day = -2; day <= 3; day++) {
            if (day != 0) {
                place().add(
                                new ExportFileName("us", TIME.minus(Duration.ofDays(day)), ExportFormat.CSV),
                                Map.of(),
                                out -> out.write(1));
            }
        }
        add("z\n");

        assertThat(place().clear(NAME, 2)).isEqualTo(2);

        assertThat(names())
                .containsExactly(
                        "us-2026-11-27T070000Z.csv", FILE, "us-2026-11-29T070000Z.csv", "us-2026-11-30T070000Z.csv");
    }

    @Test
    void theNewestFilesOfAnExportAreKeptAndNothingElseIsDeleted() throws IOException {
        List<String> others = List.of(
                "us-2020-01-01T070000Z.txt",
                "us-2020-01-01.csv",
                "us-all-2020-01-01T070000Z.csv",
                "notes.csv",
                "aus-2020-01-01T070000Z.csv");
        for (String other : others) {
            Files.writeString(folder.resolve(other), "");
        }
        Files.createDirectory(folder.resolve("us-2019-01-01T070000Z.csv"));
        for (int day = 1; day <= 4; day++) {
            ExportFormat format = day % 2 == 0 ? ExportFormat.CSV : ExportFormat.XLSX;
            place().add(
                            new ExportFileName("us", TIME.minus(Duration.ofDays(day)), format),
                            Map.of(),
                            out -> out.write(1));
        }
        add("z\n");

        assertThat(place().clear(NAME, 5)).isZero();
        assertThat(place().clear(NAME, 2)).isEqualTo(3);

        assertThat(names())
                .containsExactlyInAnyOrder(
                        FILE,
                        "us-2026-11-27T070000Z.xlsx",
                        "us-2019-01-01T070000Z.csv",
                        others.get(0),
                        others.get(1),
                        others.get(2),
                        others.get(3),
                        others.get(4));
    }
}
