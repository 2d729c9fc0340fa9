package org.macroedge.server.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The log of the embedded database, and why a start failed.
///
/// @param from where the part of one start begins
record DatabaseLog(Path file, long from) {

    private static final long LARGEST = 4L << 20;
    private static final int READ = 1 << 16;
    private static final Pattern FATAL = Pattern.compile("(?:FATAL|PANIC): +(.*)");

    /// Begins a part; the log before a long one is kept as `database.log.1`.
    static DatabaseLog begin(Path file) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size < LARGEST) {
            return new DatabaseLog(file, size);
        }
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        return new DatabaseLog(file, 0);
    }

    /// The text of this part, at most its end.
    String text() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(READ);
            channel.read(bytes, Math.max(from, channel.size() - READ));
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }

    /// The line of a text that says why PostgreSQL gave up: its last fatal one, else the first.
    static String reason(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.reversed().stream()
                .map(FATAL::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(lines.isEmpty() ? "it gave no reason" : lines.getFirst());
    }
}
