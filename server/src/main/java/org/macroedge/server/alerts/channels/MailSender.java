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
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.macroedge.server.platform.net.PublicAddresses;

/// Sends e-mail by SMTP, to all recipients of a channel or to none. Thread-safe.
final class MailSender {

    private static final String PREFIX = "mail.smtp.";

    private final PublicAddresses addresses;
    private final ScheduledExecutorService deadlines;
    private final SSLSocketFactory secure;

    /// @param secure knows which certificates are trusted
    MailSender(PublicAddresses addresses, ScheduledExecutorService deadlines, SSLSocketFactory secure) {
        this.addresses = addresses;
        this.deadlines = deadlines;
        this.secure = secure;
    }

    SendResult send(AlertChannel channel, OutgoingAlert alert) {
        MailRoute route = Objects.requireNonNull(channel.mail());
        Session session = Session.getInstance(settings(route));
        SMTPTransport transport = new SMTPTransport(session, login(channel.address(), route));
        MailConnection connection = new MailConnection(addresses);
        ScheduledFuture<?> deadline = deadlines.schedule(connection::expire, AlertSender.SECONDS, TimeUnit.SECONDS);
        try {
            MailMessage message = new MailMessage(session, channel, route, alert);
            connect(transport, connection.open(channel.address()), channel.address(), route.tls());
            transport.sendMessage(message, message.getAllRecipients());
            return SendResult.SENT;
        } catch (MessagingException | IOException | RuntimeException fault) {
            return connection.isLate()
                    ? new SendResult(AlertSender.slow())
                    : MailFault.of(fault, transport.getLastReturnCode());
        } finally {
            quit(transport);
            deadline.cancel(false);
            connection.close();
        }
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
