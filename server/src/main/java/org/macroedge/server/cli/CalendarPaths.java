package org.macroedge.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.importing.ImportFinding;
import org.macroedge.server.releases.intake.FindingKind;
import org.macroedge.server.releases.profile.CalendarFile;

/// The calendar files that paths of a command name: files, and the files of folders.
///
/// @param skipped the folders inside folders, which are not read
record CalendarPaths(List<CalendarFile> files, List<Path> skipped) {

    /// The endings of calendar files. A folder gives those of the first ending that it has, also with `.gz`
    /// after it, so that a description beside the files is no fault.
    private static final List<String> ENDINGS = List.of(".csv", ".json", ".xlsx");

    private static final String GZIP = ".gz";

    /// @throws MacroEdgeException with `file-fault` where a path does not exist, or a folder has no calendar
    /// file
    static CalendarPaths of(List<Path> paths) {
        CalendarPaths found = new CalendarPaths(new ArrayList<>(), new ArrayList<>());
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addFolder(path);
            } else if (Files.exists(path)) {
                found.files.add(CalendarFile.of(path));
            } else {
                throw CommandMessage.NO_SUCH_PATH.exception(path);
            }
        }
        return found;
    }

    private void addFolder(Path folder) {
        List<Path> entries = entries(folder);
        List<Path> calendars = ENDINGS.stream()
                .map(ending -> entries.stream()
                        .filter(entry -> hasEnding(entry, ending))
                        .toList())
                .filter(matching -> !matching.isEmpty())
                .findFirst()
                .orElseThrow(() -> CommandMessage.NO_CALENDAR.exception(folder));
        calendars.forEach(file -> files.add(CalendarFile.of(file)));
        entries.stream().filter(Files::isDirectory).forEach(skipped::add);
    }

    /// The finding that subfolders were not read; none without them.
    List<ImportFinding> findings() {
        return skipped.isEmpty()
                ? List.of()
                : List.of(new ImportFinding(
                        FindingKind.SKIPPED_SUBFOLDER.code(),
                        "",
                        skipped.size(),
                        skipped.getFirst().toString(),
                        0,
                        null));
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.sorted().toList();
        } catch (IOException fault) {
            throw CommandMessage.UNREADABLE_FOLDER.causedBy(fault, folder);
        }
    }

    private static boolean hasEnding(Path entry, String ending) {
        String name = entry.toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(ending) || name.endsWith(ending + GZIP)) && !Files.isDirectory(entry);
    }
}
