package org.macroedge.server.platform.web;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.home.HomeDirectory;

/// The folder of a home for what exists only while a server runs.
///
/// @param parts for the files of requests
/// @param documents is empty: the page's files are in the program
/// @param server for what the HTTP server itself unpacks
/// @param answers for long answers while they are sent
record UploadFolder(Path parts, Path documents, Path server, Path answers) {

    /// Removes what a killed server left; the caller holds the home's lock.
    static UploadFolder empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new Removal());
        }
        UploadFolder made = new UploadFolder(
                folder.resolve("parts"),
                folder.resolve("documents"),
                folder.resolve("server"),
                folder.resolve("answers"));
        for (Path each : new Path[] {folder, made.parts, made.documents, made.server, made.answers}) {
            HomeDirectory.privateDirectory(each);
        }
        return made;
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
