package org.macroedge.server.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.exports.Export;
import org.macroedge.server.exports.ExportForm;
import org.macroedge.server.exports.s3.S3Message;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.home.DiskSpace;
import org.macroedge.server.platform.home.HomeFiles;

/// Takes an export to where it goes: to standard output, or to a file or an object that is written whole or not at all.
record ExportSink(PrintWriter out, ExportDestination destination, ExportForm form) implements AutoCloseable {

    @FunctionalInterface
    private interface Writing {
        boolean to(OutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Placing {
        void of(Path whole) throws IOException;
    }

    /// Copies the answer of a server.
    ///
    /// @param facts about the export, which an object keeps
    /// @return false where nobody answers
    boolean copy(
            ServerClient server, String path, Map<String, @Nullable String> parameters, Map<String, String> facts) {
        return destination instanceof ExportDestination.Printed
                ? server.copy(path, parameters, out)
                : whole(facts, whole -> server.copy(path, parameters, new OwnOutput(whole)));
    }

    /// @param facts about the export, which an object keeps
    void write(Export export, Map<String, String> facts) throws IOException {
        if (destination instanceof ExportDestination.Printed) {
            export.writeTo(out, form);
        } else {
            whole(facts, whole -> {
                export.writeTo(whole, form);
                return true;
            });
        }
    }

    @Override
    public void close() {
        destination.close();
    }

    private boolean whole(Map<String, String> facts, Writing writing) {
        return switch (destination) {
            case ExportDestination.Printed none -> throw new IllegalStateException("standard output is never whole");
            case ExportDestination.LocalFile(Path file) -> inPlace(file, writing);
            case ExportDestination.S3Object object -> stored(object, facts, writing);
        };
    }

    private boolean stored(ExportDestination.S3Object object, Map<String, String> facts, Writing writing) {
        String type = form.format().type().toString();
        try {
            return placed(object.spools(), writing, whole -> object.store().put(object.address(), whole, type, facts));
        } catch (UncheckedIOException fault) {
            throw unspooled(object.spools(), Objects.requireNonNull(fault.getCause()));
        } catch (IOException fault) {
            throw unspooled(object.spools(), fault);
        }
    }

    private static MacroEdgeException unspooled(Path folder, IOException fault) {
        return S3Message.NO_SPOOL.causedBy(fault, ShownText.of(folder), reason(fault));
    }

    /// A file is replaced once all is written, the target of a link and not the link. A device or a pipe is written to.
    private static boolean inPlace(Path file, Writing writing) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw CommandMessage.UNWRITABLE_FILE.exception(ShownText.of(file), "it is a folder");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                try (OutputStream device = new BufferedOutputStream(Files.newOutputStream(target))) {
                    return writing.to(device);
                }
            }
            return replaced(target, writing);
        } catch (UncheckedIOException fault) {
            throw failed(file, Objects.requireNonNull(fault.getCause()));
        } catch (IOException fault) {
            throw failed(file, fault);
        }
    }

    private static boolean replaced(Path target, Writing writing) throws IOException {
        return placed(Objects.requireNonNull(target.getParent()), writing, whole -> {
            Files.setPosixFilePermissions(whole, permissions(target));
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /// @param placing what is done with the file once all is written
    private static boolean placed(Path folder, Writing writing, Placing placing) throws IOException {
        Path next = Files.createTempFile(folder, "export-", HomeFiles.NEXT);
        next.toFile().deleteOnExit(); // where the command is told to stop meanwhile
        try {
            boolean written;
            try (OutputStream whole = new BufferedOutputStream(Files.newOutputStream(next))) {
                written = writing.to(whole);
            }
            if (written) {
                placing.of(next);
            }
            return written;
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /// Those of the file that is replaced; of a new one, those of most files.
    private static Set<PosixFilePermission> permissions(Path target) throws IOException {
        return Files.exists(target)
                ? Files.getPosixFilePermissions(target)
                : PosixFilePermissions.fromString("rw-r--r--");
    }

    /// Tells faults of the file from those of the server whose answer is copied into it.
    private static final class OwnOutput extends FilterOutputStream {

        OwnOutput(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private static MacroEdgeException failed(Path file, IOException fault) {
        return CommandMessage.UNWRITABLE_FILE.causedBy(fault, ShownText.of(file), reason(fault));
    }

    private static String reason(IOException fault) {
        return DiskSpace.isExhausted(fault)
                ? "the disk is full"
                : switch (fault) {
                    case NoSuchFileException missing -> "its folder does not exist";
                    case AccessDeniedException denied -> "you may not write there";
                    default -> ShownText.of(HomeFiles.reason(fault));
                };
    }
}
