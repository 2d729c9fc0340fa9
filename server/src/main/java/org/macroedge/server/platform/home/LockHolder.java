package org.macroedge.server.platform.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// What the lock file says of the process that holds the home.
///
/// @param busy whether it is doing what can take minutes and then ends: it sets the store up, or brings it up
/// to date
record LockHolder(Role role, String processId, boolean busy) {

    enum Role {
        SERVER,
        COMMAND
    }

    /// Always so many bytes: on a full disk a text is replaced, but a longer one cannot be written.
    private static final int LENGTH = 48;

    private static final String BUSY = "busy";

    static LockHolder self(Role role, boolean busy) {
        return new LockHolder(role, String.valueOf(ProcessHandle.current().pid()), busy);
    }

    /// Writes what others will read. It serves their messages only, so that a disk without room does not
    /// matter.
    void sign(FileChannel channel) {
        String text = role.name().toLowerCase(Locale.ROOT) + " " + processId + (busy ? " " + BUSY : "");
        String padded = text + " ".repeat(LENGTH - 1 - text.length()) + "\n";
        try {
            channel.write(ByteBuffer.wrap(padded.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException diskIsFull) {
            // whoever waits is told of another command
        }
    }

    static LockHolder read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer text = ByteBuffer.allocate(LENGTH);
            channel.read(text, 0);
            return parse(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return parse("");
        }
    }

    private static LockHolder parse(String text) {
        String[] words = text.strip().split(" ");
        Role role = words[0].equals("server") ? Role.SERVER : Role.COMMAND;
        return new LockHolder(role, words.length > 1 ? words[1] : "unknown", words.length > 2 && words[2].equals(BUSY));
    }

    boolean isServer() {
        return role == Role.SERVER;
    }

    /// Who it is, in a message.
    String who() {
        return (isServer() ? "a server" : "another command") + ", process " + processId;
    }
}
