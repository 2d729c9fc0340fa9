package org.macroedge.server.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.macroedge.server.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// `server.json` in the home: where the server that runs on it answers. Start is the process's own, so that a process
/// id given to another program later is not believed.
public record ServerFile(URI address, long processId, Instant start) {

    /// Notes that this process answers at the address.
    public static void write(HomeDirectory home, URI address) {
        ProcessHandle self = ProcessHandle.current();
        ServerFile file = new ServerFile(address, self.pid(), startOf(self));
        Path next = home.path().resolve("server.json.next");
        try {
            Files.write(next, Json.bytes(file));
            Files.move(next, home.serverFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new UncheckedIOException("server.json cannot be written", cause);
        }
    }

    /// The server on this home, if its process still lives. Whether it answers, the caller finds out.
    public static Optional<ServerFile> read(HomeDirectory home) {
        return parse(home).filter(ServerFile::lives);
    }

    /// Removes this process's own note, never another's.
    public static void remove(HomeDirectory home) {
        boolean own = parse(home)
                .map(file -> file.processId() == ProcessHandle.current().pid())
                .orElse(false);
        if (own) {
            try {
                Files.deleteIfExists(home.serverFile());
            } catch (IOException cause) {
                throw new UncheckedIOException("server.json cannot be removed", cause);
            }
        }
    }

    /// Reads token by token: a command begins with this file, and binding it to a type would take longer than all the
    /// rest of asking a server.
    private static Optional<ServerFile> parse(HomeDirectory home) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json =
                new JsonFactory().createParser(ObjectReadContext.empty(), Files.readAllBytes(home.serverFile()))) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                fields.put(name, json.getString());
            }
            return Optional.of(new ServerFile(
                    URI.create(fields.getOrDefault("address", "")),
                    Long.parseLong(fields.getOrDefault("processId", "")),
                    Instant.parse(fields.getOrDefault("start", ""))));
        } catch (IOException | JacksonException | IllegalArgumentException | DateTimeException absentOrTorn) {
            return Optional.empty();
        }
    }

    private boolean lives() {
        return ProcessHandle.of(processId)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(start))
                .isPresent();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
