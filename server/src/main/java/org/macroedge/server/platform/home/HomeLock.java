package org.macroedge.server.platform.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

/// The right to open a home's embedded database: one process at a time. The operating system drops it with the process,
/// however that ends. The file names the holder for the message to others.
public final class HomeLock implements AutoCloseable {
    /// Far behind the text: where locks are mandatory, a locked byte cannot be read by others.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /// Shorter waits are over before a note about them is read.
    private static final Duration SILENCE = Duration.ofMillis(500);
    private static final String SERVER = "server";
    private static final String COMMAND = "command";

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /// For a server: fails at once where another server holds the home, and waits for a short command.
    ///
    /// @param notes hears for whom it waits, and how long at the most
    public static HomeLock forServer(HomeDirectory home, Consumer<String> notes) {
        return acquire(home, SERVER, PATIENCE, notes);
    }

    /// For a short command: waits up to 10 seconds for another command or a stopping server to end. Fails as soon as a
    /// server that was starting answers; that one can be asked.
    ///
    /// @param notes hears for whom it waits, and how long at the most
    public static HomeLock forCommand(HomeDirectory home, Consumer<String> notes) {
        return forCommand(home, PATIENCE, notes);
    }

    static HomeLock forCommand(HomeDirectory home, Duration patience, Consumer<String> notes) {
        return acquire(home, COMMAND, patience, notes);
    }

    private static HomeLock acquire(HomeDirectory home, String role, Duration patience, Consumer<String> notes) {
        Path file = home.prepare().lockFile();
        long start = System.nanoTime();
        boolean told = false;
        while (true) {
            HomeLock lock = attempt(file, role);
            if (lock != null) {
                return lock;
            }
            String holder = holder(file);
            long waited = System.nanoTime() - start;
            if (waited > patience.toNanos() || isHopeless(home, role, holder)) {
                throw inUse(home, holder);
            }
            if (!told && waited > SILENCE.toNanos()) {
                notes.accept(waiting(holder, patience));
                told = true;
            }
            pause();
        }
    }

    /// Whether a server keeps the home that another one wants, or that a command can ask it for.
    private static boolean isHopeless(HomeDirectory home, String role, String holder) {
        return holder.startsWith(SERVER)
                && (role.equals(SERVER) || ServerFile.read(home).isPresent());
    }

    private static String waiting(String holder, Duration patience) {
        String who = holder.startsWith(SERVER) ? "a server that starts or stops" : "another command";
        return "Waiting up to " + patience.toSeconds() + " seconds for " + who + ", process " + processId(holder);
    }

    private static String processId(String holder) {
        return holder.substring(holder.indexOf(' ') + 1);
    }

    private static @Nullable HomeLock attempt(Path file, String role) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
                if (lock != null) {
                    sign(channel, role);
                    return new HomeLock(channel);
                }
            } catch (OverlappingFileLockException heldByThisProcess) {
                // the same answer as a lock held elsewhere
            }
            channel.close();
            return null;
        } catch (IOException cause) {
            throw new MacroEdgeException(
                    ProblemCode.HOME_FAULT,
                    "the home directory cannot be locked",
                    file.toString(),
                    "It must lie on a file system with locks, and be writable",
                    cause);
        }
    }

    private static void sign(FileChannel channel, String role) throws IOException {
        String text = role + " " + ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String holder(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer text = ByteBuffer.allocate(64);
            channel.read(text, 0);
            return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static MacroEdgeException inUse(HomeDirectory home, String holder) {
        String who = holder.startsWith(SERVER) ? "a server" : "another command";
        return new MacroEdgeException(
                ProblemCode.HOME_IN_USE,
                "the home directory is in use by " + who + ", process " + processId(holder),
                home.path().toString(),
                "Stop that process, or name another home with --home");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the home directory", interrupted);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException cause) {
            throw new IllegalStateException("the home's lock could not be released", cause);
        }
    }
}
