package org.macroedge.server.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.macroedge.server.platform.home.HomeFiles;

/// A folder in the temporary folder that lasts as long as this process. Those of processes that were killed are removed
/// by the next: nobody holds their lock any more.
record TestFolder(Path path, FileChannel lock) {

    private static final String NAME = "macro-edge-test";
    private static final String LOCK = "in-use.lock";

    /// The one of this process. A second one would look at the lock of the first, and so end it.
    static TestFolder shared() {
        return Shared.FOLDER;
    }

    private static final class Shared {

        private static final TestFolder FOLDER = create();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(FOLDER::remove));
        }
    }

    static TestFolder create() {
        try {
            removeStale(Path.of(System.getProperty("java.io.tmpdir")));
            Path folder = Files.createTempDirectory(NAME);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            return new TestFolder(folder, channel);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static void removeStale(Path temporary) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, NAME + "*")) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(LOCK)) && isFree(folder.resolve(LOCK))) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isFree(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException removedByAnother) {
            return false;
        }
    }

    private static void remove(Path folder) {
        try {
            Optional<PostgresProcesses> left = PostgresProcesses.in(folder.resolve("home/database"));
            if (left.isPresent()) {
                left.get().discard();
            }
            HomeFiles.delete(folder);
        } catch (IOException removedByAnother) {
            // as wanted
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void remove() {
        remove(path);
    }
}
