package org.macroedge.server.stream;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a client cannot follow the stream.
enum StreamMessage implements Problem {
    NO_POSITION(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Last-Event-ID \"{text}\" is not the id of an event",
            "The header does not hold a whole number from 0 on.",
            "Send the id of the last event that you got, or leave the header out")),
    NOT_KEPT(Wording.of(
            ProblemCode.UNKNOWN_EVENT,
            "Event {id} does not exist",
            "It is older than the 30 days that events are kept at least, or it comes from another store: what you"
                    + " missed cannot be told.",
            "Connect without Last-Event-ID, then ask for the answers that you need")),
    TOO_MANY_CLIENTS(Wording.of(
            ProblemCode.TOO_MANY_CLIENTS,
            "{most:,} clients follow the stream already",
            "A server serves a limited number of streams.",
            "End streams that nobody needs, or try again later")),
    TOO_MANY_OF_CALLER(Wording.of(
            ProblemCode.TOO_MANY_REQUESTS,
            "{caller} follows {most:,} streams already",
            "Each caller may follow so many streams at a time (MACRO_EDGE_LIMIT_STREAMS).",
            "End those that nobody needs: one stream has all events")),
    TOO_MANY_OF_ADDRESS(Wording.of(
            ProblemCode.TOO_MANY_REQUESTS,
            "{most:,} streams are open from {address} already",
            "Each address may have so many open streams at a time (MACRO_EDGE_LIMIT_STREAMS).",
            "End those that nobody needs; behind a proxy, name it in MACRO_EDGE_PROXIES")),
    STOPPING(Wording.of(
            ProblemCode.UNAVAILABLE,
            "The server is stopping",
            "It takes no streams any more.",
            "Connect again in some seconds"));

    private final Wording wording;

    StreamMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
