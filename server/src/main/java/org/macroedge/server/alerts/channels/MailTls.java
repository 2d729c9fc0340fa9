package org.macroedge.server.alerts.channels;

import org.macroedge.engine.vocabulary.Coded;

/// How the connection to a mail server is secured.
public enum MailTls implements Coded {
    /// It begins open, and is secured before a login or a mail is sent. If the server does not offer it, nothing is
    /// sent.
    STARTTLS(587),
    /// It is secure from its beginning.
    TLS(465),
    /// It stays open.
    NONE(25);

    private final int port;

    MailTls(int port) {
        this.port = port;
    }

    /// The usual port.
    public int port() {
        return port;
    }
}
