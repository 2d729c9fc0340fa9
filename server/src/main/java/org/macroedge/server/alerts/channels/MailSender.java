package org.macroedge.server.alerts.channels;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.macroedge.server.alerts.channels.MailDialogue.Part;
import org.macroedge.server.alerts.channels.SendResult.Outcome;
import org.macroedge.server.platform.net.PublicAddresses;

/// Sends e-mail by SMTP, to those recipients of a channel whom the server accepts. Thread-safe.
final class MailSender {

    private static final String PREFIX = "mail.smtp.";

    private final PublicAddresses addresses;
    private final ScheduledExecutorService deadlines;
    private final SSLSocketFactory secure;
    private final MailTimes times;
    private final Set<MailConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean abandoned;

    /// @param secure knows which certificates are trusted
    MailSender(
            PublicAddresses addresses, ScheduledExecutorService deadlines, SSLSocketFactory secure, MailTimes times) {
        this.addresses = addresses;
        this.deadlines = deadlines;
        this.secure = secure;
        this.times = times;
    }

    SendResult send(AlertChannel channel, OutgoingAlert alert) {
        MailRoute route = Objects.requireNonNull(channel.mail());
        Session session = Session.getInstance(settings(route));
        MailConnection connection = new MailConnection(addresses, deadlines);
        MailDialogue dialogue =
                new MailDialogue(session, login(channel.address(), route), connection, times, route.login() != null);
        begin(connection);
        try {
            MailMessage message = new MailMessage(session, channel, route, alert);
            Socket socket = connection.open(channel.address());
            connection.begin(times.session());
            connect(dialogue, socket, channel.address(), route.tls());
            dialogue.sendMessage(message, message.getAllRecipients());
            return SendResult.SENT;
        } catch (MessagingException | IOException | RuntimeException fault) {
            return result(fault, dialogue, connection, route.to().size());
        } finally {
            quit(dialogue);
            connection.close();
            open.remove(connection);
        }
    }

    private void begin(MailConnection connection) {
        open.add(connection);
        connection.begin(times.connect());
        if (abandoned) {
            connection.abandon();
        }
    }

    /// Leaves every mail that is on its way, since this process ends.
    void abandon() {
        abandoned = true;
        open.forEach(MailConnection::abandon);
    }

    private static SendResult result(
            Exception fault, MailDialogue dialogue, MailConnection connection, int recipients) {
        boolean mayBeTaken = dialogue.part() == Part.END;
        if (connection.isLate()) {
            long seconds = connection.patience().toSeconds();
            return mayBeTaken
                    ? new SendResult(
                            Outcome.UNSURE,
                            "the mail server did not say within " + seconds
                                    + " seconds whether it took the mail; it may have arrived")
                    : new SendResult(AlertSender.slow(seconds));
        }
        if (connection.isExhausted()) {
            return mayBeTaken ? MailFault.unsure() : new SendResult(AlertSender.ENDLESS);
        }
        return MailFault.of(fault, dialogue, recipients);
    }

    private static URLName login(URI server, MailRoute route) {
        MailRoute.Login login = route.login();
        return new URLName(
                "smtp",
                server.getHost(),
                server.getPort(),
                null,
                login == null ? null : login.user(),
                login == null ? null : login.password());
    }

    private Properties settings(MailRoute route) {
        Properties settings = new Properties();
        settings.put(PREFIX + "auth", String.valueOf(route.login() != null));
        settings.put(PREFIX + "auth.mechanisms", "PLAIN LOGIN");
        settings.put(PREFIX + "sendpartial", "true");
        settings.put(PREFIX + "starttls.required", String.valueOf(route.tls() == MailTls.STARTTLS));
        settings.put(PREFIX + "ssl.socketFactory", secure);
        settings.put(PREFIX + "ssl.checkserveridentity", "true");
        settings.put(PREFIX + "quitwait", "false");
        return settings;
    }

    /// The client names itself by its address: to look up its own name could take longer than the deadline.
    private void connect(SMTPTransport transport, Socket socket, URI server, MailTls tls)
            throws MessagingException, IOException {
        InetAddress own = socket.getLocalAddress();
        String address = own.getHostAddress().replaceFirst("%.*", "");
        transport.setLocalHost(own instanceof Inet6Address ? "[IPv6:" + address + "]" : "[" + address + "]");
        transport.connect(tls == MailTls.TLS ? secured(socket, server) : socket);
    }

    private Socket secured(Socket socket, URI server) throws IOException {
        SSLSocket secured = (SSLSocket) secure.createSocket(socket, server.getHost(), server.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static void quit(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // what became of the mail is known already
        }
    }
}
