package org.macroedge.server.platform.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.NoteMessage;

/// The right to open a home's embedded database: one process at a time. The operating system drops it with the
/// process, however that ends. The file names the holder for the message to others.
public final class HomeLock implements AutoCloseable {
    /// Far behind the text: where locks are mandatory, a locked byte cannot be read by others.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    /// Held along with it, for those who only ask whether the home is held. They must not touch the other byte:
    /// for as long as they did, nobody could take it.
    private static final long SHOWN_BYTE = LOCKED_BYTE - 1;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// Where a store was set up, those who waited for it follow one after the other, and slow each other down.
    private static final Duration QUEUE_PATIENCE = Duration.ofSeconds(60);
    /// For a holder that sets the store up, and for all holders in turn.
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /// Shorter waits are over before a note about them is read.
    private static final Duration SILENCE = Duration.ofMillis(500);

    /// The lock files that this process holds. It must not open one of them again: closing it would drop the
    /// lock.
    private static final Map<Path, LockHolder> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final LockHolder.Role role;

    private HomeLock(Path file, FileChannel channel, LockHolder.Role role) {
        this.file = file;
        this.channel = channel;
        this.role = role;
    }

    /// For a server: fails at once where another server holds the home, and waits for a short command.
    ///
    /// @param notes hears for whom it waits, and how long at the most
    public static HomeLock forServer(HomeDirectory home, Consumer<String> notes) {
        return acquire(home, LockHolder.Role.SERVER, PATIENCE, notes);
    }

    /// For a short command: waits up to 10 seconds for another command or a stopping server to end, and longer
    /// for one that sets the store up. Fails as soon as a server that was starting answers; that one can be
    /// asked.
    ///
    /// @param notes hears for whom it waits, and how long at the most
    public static HomeLock forCommand(HomeDirectory home, Consumer<String> notes) {
        return forCommand(home, PATIENCE, notes);
    }

    static HomeLock forCommand(HomeDirectory home, Duration patience, Consumer<String> notes) {
        return acquire(home, LockHolder.Role.COMMAND, patience, notes);
    }

    private static HomeLock acquire(
            HomeDirectory home, LockHolder.Role role, Duration patience, Consumer<String> notes) {
        Path file = home.prepare().lockFile();
        Wait wait = new Wait(patience);
        boolean told = false;
        while (true) {
            HomeLock lock = attempt(file, role);
            if (lock != null) {
                return lock.furnished(home);
            }
            LockHolder holder = holder(file);
            if (wait.isOver(holder) || isHopeless(home, role, holder)) {
                throw inUse(home, holder);
            }
            if (!told && wait.hasLasted(SILENCE)) {
                notes.accept(waiting(holder, patience));
                told = true;
            }
            pause();
        }
    }

    /// How long one process waits for those that hold the home in turn: for each anew, since each ends.
    private static final class Wait {
        private Duration patience;
        private final long start = System.nanoTime();
        private long since = start;
        private @Nullable LockHolder holder;

        Wait(Duration patience) {
            this.patience = patience;
        }

        boolean isOver(LockHolder now) {
            if (!now.equals(holder)) {
                since = System.nanoTime();
                holder = now;
            }
            if (now.busy()) {
                patience = QUEUE_PATIENCE;
            }
            Duration limit = now.busy() ? LONG_PATIENCE : patience;
            return System.nanoTime() - since > limit.toNanos() || hasLasted(LONG_PATIENCE);
        }

        boolean hasLasted(Duration duration) {
            return System.nanoTime() - start > duration.toNanos();
        }
    }

    /// Whether a server keeps the home that another one wants, or that a command can ask it for.
    private static boolean isHopeless(HomeDirectory home, LockHolder.Role role, LockHolder holder) {
        return holder.isServer()
                && (role == LockHolder.Role.SERVER || ServerFile.read(home).isPresent());
    }

    private static String waiting(LockHolder holder, Duration patience) {
        String who = (holder.isServer() ? "a server that starts or stops" : "another command") + ", process "
                + holder.processId();
        return holder.busy()
                ? NoteMessage.WAITING_FOR_WORK.text(who)
                : NoteMessage.WAITING.text(patience.toSeconds(), who);
    }

    /// Whether a server holds the home, and is this process.
    static boolean isHeldByServer(HomeDirectory home, long processId) {
        LockHolder holder = holder(home.lockFile());
        return holder.isServer() && holder.processId().equals(String.valueOf(processId)) && isHeld(home.lockFile());
    }

    private static LockHolder holder(Path file) {
        synchronized (HELD) {
            LockHolder own = own(file);
            return own == null ? LockHolder.read(file) : own;
        }
    }

    /// What this process signed; null where it does not hold the lock.
    private static @Nullable LockHolder own(Path file) {
        try {
            return HELD.isEmpty() ? null : HELD.get(file.toRealPath());
        } catch (IOException absent) {
            return null;
        }
    }

    private static boolean isHeld(Path file) {
        synchronized (HELD) {
            if (own(file) != null) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock shown = channel.tryLock(SHOWN_BYTE, 1, true)) {
                return shown == null;
            } catch (IOException absent) {
                return false;
            }
        }
    }

    private static @Nullable HomeLock attempt(Path file, LockHolder.Role role) {
        synchronized (HELD) {
            if (own(file) != null) {
                return null;
            }
            try {
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                    channel.close();
                    return null;
                }
                channel.lock(SHOWN_BYTE, 1, false);
                HomeLock lock = new HomeLock(file.toRealPath(), channel, role);
                lock.busy(false);
                return lock;
            } catch (OverlappingFileLockException impossible) {
                throw new IllegalStateException("a lock file of this process was opened again", impossible);
            } catch (IOException cause) {
                throw unlockable(file, cause);
            }
        }
    }

    private static MacroEdgeException unlockable(Path file, IOException cause) {
        return DiskSpace.isExhausted(cause)
                ? DiskSpace.full(file, cause)
                : HomeMessage.UNLOCKABLE.causedBy(cause, HomeFiles.reason(cause), file);
    }

    private HomeLock furnished(HomeDirectory home) {
        try {
            home.furnish();
            return this;
        } catch (RuntimeException fault) {
            close();
            throw fault;
        }
    }

    /// Tells those who wait whether to be patient: this process is doing what can take minutes, and then ends
    /// or answers.
    public void busy(boolean busy) {
        LockHolder self = LockHolder.self(role, busy);
        synchronized (HELD) {
            HELD.put(file, self);
        }
        self.sign(channel);
    }

    private static MacroEdgeException inUse(HomeDirectory home, LockHolder holder) {
        return HomeMessage.IN_USE.exception(holder.who(), home.path());
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
        synchronized (HELD) {
            HELD.remove(file);
            try {
                channel.close();
            } catch (IOException cause) {
                throw new IllegalStateException("the home's lock could not be released", cause);
            }
        }
    }
}
