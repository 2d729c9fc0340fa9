package org.macroedge.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.exports.Export;
import org.macroedge.server.exports.ExportFormat;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.home.DiskSpace;
import org.macroedge.server.platform.home.HomeFiles;

/// Where an export goes: to standard output, or to a file that is written whole or not at all.
///
/// @param file null for standard output
record ExportSink(PrintWriter out, @Nullable Path file, ExportFormat format) {

    @FunctionalInterface
    private interface Writing {
        boolean to(OutputStream out) throws IOException;
    }

    /// Copies the answer of a server.
    ///
    /// @return false where nobody answers
    boolean copy(ServerClient server, String path, Map<String, @Nullable String> parameters) {
        return file == null
                ? server.copy(path, parameters, out)
                : inPlace(file, whole -> server.copy(path, parameters, whole));
    }

    void write(Export export) throws IOException {
        if (file == null) {
            export.writeTo(out);
        } else {
            inPlace(file, whole -> {
                export.writeTo(whole, format);
                return true;
            });
        }
    }

    private static boolean inPlace(Path file, Writing writing) {
        Path next = file.resolveSibling(file.getFileName() + HomeFiles.NEXT);
        try {
            boolean written;
            try (OutputStream whole = new BufferedOutputStream(Files.newOutputStream(next))) {
                written = writing.to(whole);
            } catch (IOException | RuntimeException fault) {
                Files.deleteIfExists(next);
                throw fault;
            }
            if (written) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(next);
            }
            return written;
        } catch (IOException fault) {
            throw failed(file, fault);
        }
    }

    private static MacroEdgeException failed(Path file, IOException fault) {
        String reason = DiskSpace.isExhausted(fault)
                ? "the disk is full"
                : switch (fault) {
                    case NoSuchFileException missing -> "its folder does not exist";
                    case AccessDeniedException denied -> "you may not write there";
                    case FileSystemException other -> ShownText.of(String.valueOf(other.getReason()));
                    default -> ShownText.of(String.valueOf(fault.getMessage()));
                };
        return CommandMessage.UNWRITABLE_FILE.causedBy(fault, ShownText.of(file), reason);
    }
}
