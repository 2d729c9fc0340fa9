package org.macroedge.server.alerts.channels;

import java.time.Duration;

/// How long each part of a dialogue with a mail server may take. Only after the end of a mail is patience worth it: by
/// then the server may have taken the mail, and whoever does not wait for its word sends it twice (RFC 5321,
/// 4.5.3.2.6).
///
/// @param connect to look up the name and connect
/// @param session from the greeting to the login
/// @param envelope from the sender to the end of the text
/// @param end from the end of the text to the word of the server
public record MailTimes(Duration connect, Duration session, Duration envelope, Duration end) {

    /// Those of a server.
    public static final MailTimes USUAL = new MailTimes(
            Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(5));

    /// The longest dialogue.
    Duration longest() {
        return connect.plus(session).plus(envelope).plus(end);
    }
}
