package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.releases.importing.ImportFinding;
import org.macroedge.server.releases.profile.CalendarFile;

/// Which files the paths of an import name.
class CalendarPathsTest {

    @TempDir
    private Path folder;

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private List<String> names(Path... paths) {
        return CalendarPaths.of(List.of(paths)).files().stream()
                .map(CalendarFile::name)
                .toList();
    }

    @Test
    void aFolderGivesItsCsvFilesInOrder() throws IOException {
        file("b.csv");
        file("a.CSV");
        file("c.csv.gz");
        file("README.md");
        file("d.json");

        assertThat(names(folder)).containsExactly("a.CSV", "b.csv", "c.csv.gz");
    }

    @Test
    void withoutOneItGivesItsJsonFilesAndThenItsSpreadsheets() throws IOException {
        file("e.xlsx");
        file("LICENSE");
        assertThat(names(folder)).containsExactly("e.xlsx");

        file("d.json");
        assertThat(names(folder)).containsExactly("d.json");
    }

    @Test
    void subfoldersAreReportedAndNotRead() throws IOException {
        file("a.csv");
        file("2021/b.csv");
        file("2020/c.csv");

        CalendarPaths paths = CalendarPaths.of(List.of(folder));

        assertThat(paths.files()).extracting(CalendarFile::name).containsExactly("a.csv");
        assertThat(paths.findings())
                .containsExactly(new ImportFinding(
                        "skipped-subfolder", "", 2, folder.resolve("2020").toString(), 0, null));
        assertThat(CalendarPaths.of(List.of(folder.resolve("a.csv"))).findings())
                .isEmpty();
        assertThat(names(folder, folder.resolve("2020"))).containsExactly("a.csv", "c.csv");
    }

    @Test
    void aFileIsTakenWhateverItsEnding() throws IOException {
        file("calendar.txt");

        assertThat(names(folder.resolve("calendar.txt"))).containsExactly("calendar.txt");
    }

    @Test
    void aPathThatDoesNotExistAndAFolderWithoutCalendarsAreFaults() throws IOException {
        file("2020/c.csv");

        assertThatThrownBy(() -> names(folder.resolve("gone.csv")))
                .hasMessage(folder.resolve("gone.csv") + " does not exist. Name an existing file or folder");
        assertThatThrownBy(() -> names(folder))
                .hasMessage(
                        folder + " has no calendar file. A folder gives its .csv files, or its .json or .xlsx files if"
                                + " it has no .csv file. Its subfolders are not read; name them");
    }
}
