package org.macroedge.server.platform.home;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
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

/// `server.json` in the home: where the server that runs on it answers. It is believed only while that process
/// holds the home's lock: neither the note of a server that was killed nor one in a copy of the home leads
/// anywhere.
///
/// @param start of the process, for readers
/// @param secret by which a command of the same user shows a secured server that it can read this file, which its
/// owner alone can; new at each start
public record ServerFile(URI address, long processId, Instant start, String secret) {

    /// Notes that this process, which holds the home's lock, answers at the address.
    public static void write(HomeDirectory home, URI address, String secret) {
        ProcessHandle self = ProcessHandle.current();
        Instant start = self.info().startInstant().orElse(Instant.EPOCH);
        try {
            HomeFiles.write(home.serverFile(), Json.bytes(new ServerFile(address, self.pid(), start, secret)));
        } catch (IOException cause) {
            throw HomeDirectory.unwritable(home.serverFile(), cause);
        }
    }

    /// The server that holds this home. Whether it answers, the caller finds out.
    public static Optional<ServerFile> read(HomeDirectory home) {
        return parse(home).filter(file -> HomeLock.isHeldByServer(home, file.processId()));
    }

    /// Removes the note, where this process holds the home's lock: its own, or one that a killed server left.
    public static void remove(HomeDirectory home) {
        try {
            Files.deleteIfExists(home.serverFile());
        } catch (IOException cause) {
            throw HomeDirectory.unwritable(home.serverFile(), cause);
        }
    }

    /// Reads token by token: a command begins with this file, and binding it to a type would take longer than
    /// all the rest of asking a server.
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
                    Instant.parse(fields.getOrDefault("start", "")),
                    fields.getOrDefault("secret", "")));
        } catch (IOException | JacksonException | IllegalArgumentException | DateTimeException absentOrTorn) {
            return Optional.empty();
        }
    }

    /// Leaves the secret out.
    @Override
    public String toString() {
        return "ServerFile[address=" + address + ", processId=" + processId + ", start=" + start + "]";
    }
}
