package org.macroedge.server.exports.scheduled;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.home.DiskSpace;
import org.macroedge.server.platform.home.HomeFiles;

/// A folder. It must exist: one that is missing may be a disk that is not mounted, and the files would fill another.
///
/// @param shown the folder as the file of exports has it
record FolderPlace(Path folder, String shown) implements ExportPlace {

    /// What an ended process has left is older.
    private static final Duration LONGEST_RUN = Duration.ofDays(1);

    private interface Work<T> {
        T run() throws IOException;
    }

    @Override
    public boolean add(ExportFileName name, Map<String, String> facts, Content content) {
        return told(name, () -> {
            Path target = folder.resolve(name.toString());
            if (isThere(target)) {
                return false;
            }
            String begin = "." + name.id() + "-";
            Path next = Files.createTempFile(folder, begin, HomeFiles.NEXT);
            try {
                removeLeftovers(Pattern.compile(Pattern.quote(begin) + "\\d+" + Pattern.quote(HomeFiles.NEXT)), next);
                write(next, content);
                return placed(next, target);
            } finally {
                Files.deleteIfExists(next);
            }
        });
    }

    /// @throws MacroEdgeException where something else than a file with content has the name
    private static boolean isThere(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!Files.isRegularFile(target) || Files.size(target) == 0) {
            throw ScheduledExportMessage.NO_FILE.exception(ShownText.of(target));
        }
        return true;
    }

    /// The bytes are on the disk before the name is: a machine that loses its power leaves no file with less.
    private static void write(Path next, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /// A second name for a file is given only where no file has it, in one step.
    private static boolean placed(Path next, Path target) throws IOException {
        try {
            Files.createLink(target, next);
            return true;
        } catch (FileAlreadyExistsException other) {
            return !isThere(target);
        } catch (UnsupportedOperationException | FileSystemException noSecondNames) {
            return moved(next, target);
        }
    }

    private static boolean moved(Path next, Path target) throws IOException {
        try {
            Files.move(next, target);
            return true;
        } catch (FileAlreadyExistsException other) {
            return !isThere(target);
        }
    }

    /// What cannot be removed, such as a file of another user, stays: it has a name that no other file gets.
    private void removeLeftovers(Pattern names, Path next) throws IOException {
        FileTime now = Files.getLastModifiedTime(next);
        try {
            for (Path file : files(names)) {
                removeLeftover(file, now.toInstant().minus(LONGEST_RUN));
            }
        } catch (AccessDeniedException unlisted) {
            // who may only write there leaves it to others
        }
    }

    static void removeLeftover(Path file, Instant before) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            // the export does not need it
        }
    }

    private List<Path> files(Pattern names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches())
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    @Override
    public int clear(ExportFileName newest, int kept) {
        return told(newest, () -> {
            Pattern names = newest.ofAllTimes();
            String last = newest.timeText();
            List<Path> old = files(names).stream()
                    .filter(file -> names.matcher(file.getFileName().toString())
                                    .replaceFirst("$1")
                                    .compareTo(last)
                            < 0)
                    .sorted(Comparator.comparing((Path file) ->
                                    names.matcher(file.getFileName().toString()).replaceFirst("$1"))
                            .reversed())
                    .skip(kept - 1L)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
            return old.size();
        });
    }

    private <T> T told(ExportFileName name, Work<T> work) {
        try {
            return work.run();
        } catch (UncheckedIOException fault) {
            throw failed(name, Objects.requireNonNull(fault.getCause()));
        } catch (IOException fault) {
            throw failed(name, fault);
        }
    }

    private MacroEdgeException failed(ExportFileName name, IOException fault) {
        return ScheduledExportMessage.FAULTY_FOLDER.causedBy(
                fault, ShownText.of(folder), reason(fault), ScheduledExport.job(name.id()));
    }

    private String denied() {
        return Files.isWritable(folder) && !Files.isReadable(folder)
                ? "the server may not list its files, which `keep` needs"
                : "the server may not write there";
    }

    private String reason(IOException fault) {
        return DiskSpace.isExhausted(fault)
                ? "the disk is full"
                : switch (fault) {
                    case NoSuchFileException missing -> "the folder does not exist";
                    case AccessDeniedException refused -> denied();
                    default -> ShownText.of(HomeFiles.reason(fault));
                };
    }

    @Override
    public String toString() {
        return shown;
    }
}
