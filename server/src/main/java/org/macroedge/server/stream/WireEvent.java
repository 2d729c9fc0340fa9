package org.macroedge.server.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.macroedge.server.platform.json.Json;

/// An event as it is sent.
///
/// @param seq its position in the event log, which is its id
/// @param bytes a block of the format `text/event-stream`; never changed
record WireEvent(long seq, byte[] bytes) {

    /// @param name the type for clients
    /// @param data is written as one line of JSON
    static WireEvent of(long seq, String name, Record data) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(text("id: " + seq + "\nevent: " + name + "\ndata: "));
        block.writeBytes(Json.bytes(data));
        block.writeBytes(text("\n\n"));
        return new WireEvent(seq, block.toByteArray());
    }

    /// The first block of a stream: a client that is cut off before its first event resumes at this position.
    ///
    /// @param retryMillis after which a browser connects again
    static byte[] opening(long position, long retryMillis) {
        return text("retry: " + retryMillis + "\nid: " + position + "\n\n");
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
