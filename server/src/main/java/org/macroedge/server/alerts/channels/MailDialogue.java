package org.macroedge.server.alerts.channels;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// A dialogue with a mail server that knows which part it is in: what a status refuses, whether the mail can have been
/// taken, and how long to wait depend on it.
final class MailDialogue extends SMTPTransport {

    private static final String NOTHING = "[EOF]";

    /// What the server was last asked.
    enum Part {
        CONNECTION,
        TLS,
        LOGIN,
        SENDER,
        RECIPIENTS,
        TEXT,
        /// The whole text was sent, so that the mail can have been taken.
        END
    }

    private final MailConnection connection;
    private final MailTimes times;
    private final boolean needsLogin;
    private Part part = Part.CONNECTION;

    MailDialogue(Session session, URLName server, MailConnection connection, MailTimes times, boolean needsLogin) {
        super(session, server);
        this.connection = connection;
        this.times = times;
        this.needsLogin = needsLogin;
    }

    synchronized Part part() {
        return part;
    }

    /// Whether the last answer was one, and not of SMTP.
    synchronized boolean isStrange() {
        String answer = getLastServerResponse();
        return getLastReturnCode() < 0
                && answer != null
                && !answer.equals(NOTHING)
                && !answer.lines().allMatch(line -> line.matches("[2-5][0-9]{2}-.*"));
    }

    /// The library goes on without the login where the server does not offer it.
    @Override
    public synchronized void connect(Socket socket) throws MessagingException {
        super.connect(socket);
        if (needsLogin && !supportsExtension("AUTH") && !supportsExtension("AUTH=LOGIN")) {
            part = Part.LOGIN;
            throw new MessagingException("no login");
        }
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        connection.expectAnswer();
        return super.readServerResponse();
    }

    @Override
    protected void startTLS() throws MessagingException {
        part = Part.TLS;
        super.startTLS();
        part = Part.CONNECTION;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        part = Part.SENDER;
        connection.begin(times.envelope());
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        part = Part.RECIPIENTS;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        part = Part.TEXT;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        part = Part.END;
        connection.begin(times.end());
        super.finishData();
    }
}
