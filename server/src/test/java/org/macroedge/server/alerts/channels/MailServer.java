package org.macroedge.server.alerts.channels;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server on loopback, which keeps what it takes.
public final class MailServer implements AutoCloseable {

    public static final String PASSWORD = "open-sesame-42";
    /// The key of a refusal of the text of a mail.
    static final String TEXT = "text";

    /// The status with which an address, or [#TEXT], is refused.
    public final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    /// How often a login was tried.
    public final AtomicInteger logins = new AtomicInteger();

    public final List<String> messages = new CopyOnWriteArrayList<>();
    final List<List<String>> recipients = new CopyOnWriteArrayList<>();
    final List<String> users = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    private MailServer(SMTPServer.Builder builder) {
        this.server = builder.bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new Receiving())
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    logins.incrementAndGet();
                    if (!password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                    users.add(user);
                }))
                .build();
        server.start();
    }

    /// Offers no TLS.
    public static MailServer open() {
        return new MailServer(SMTPServer.port(0));
    }

    /// Offers no TLS, and demands a login.
    public static MailServer withLogin() {
        return new MailServer(SMTPServer.port(0).requireAuth());
    }

    /// Demands TLS and a login.
    static MailServer secured(MailTls tls, SSLContext context) {
        SMTPServer.Builder builder = SMTPServer.port(0).requireAuth();
        return new MailServer(
                tls == MailTls.TLS
                        ? builder.serverSocketFactory(context)
                        : builder.enableTLS().requireTLS().startTlsSocketFactory(context));
    }

    private final class Receiving implements MessageHandler {
        private final List<String> to = new ArrayList<>();

        @Override
        public void from(String from) throws RejectException {
            check(from);
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            check(recipient);
            to.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException, RejectException {
            String message = new String(data.readAllBytes(), StandardCharsets.ISO_8859_1);
            check(TEXT);
            messages.add(message);
            recipients.add(to);
            return "taken";
        }

        @Override
        public void done() {}

        private void check(String what) throws RejectException {
            Integer status = refusals.get(what);
            if (status != null) {
                throw new RejectException(status, "no " + what);
            }
        }
    }

    public URI address() {
        return URI.create("smtp://localhost:" + server.getPortAllocated());
    }

    MimeMessage message(int number) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(messages.get(number).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void close() {
        server.stop();
    }
}
