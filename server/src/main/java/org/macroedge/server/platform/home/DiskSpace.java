package org.macroedge.server.platform.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;

/// The free space of a disk, which is checked before work that needs much of it: a database whose disk is full
/// stops.
public final class DiskSpace {

    public static final long MEGABYTE = 1L << 20;

    private DiskSpace() {}

    /// Fails where a disk has less free space than some work needs.
    ///
    /// @param folder on that disk
    /// @param needed bytes
    /// @param work ends the sentence, as `to set up the store`
    /// @throws MacroEdgeException with `disk-full`
    public static void require(Path folder, long needed, String work) {
        long free = free(folder);
        if (free < needed) {
            throw HomeMessage.TOO_LITTLE_SPACE.exception(work, megabytes(needed), megabytes(free), folder);
        }
    }

    /// The bytes that this user can still write; very many where that is not known.
    public static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", Math.ceilDiv(bytes, MEGABYTE));
    }

    /// The failure of a write for which there was no room.
    public static MacroEdgeException full(Path file, @Nullable Throwable cause) {
        return cause == null ? HomeMessage.DISK_FULL.exception(file) : HomeMessage.DISK_FULL.causedBy(cause, file);
    }

    /// Whether something failed because the disk, or the user's share of it, is full.
    public static boolean isExhausted(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
