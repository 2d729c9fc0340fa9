package org.macroedge.server.alerts.channels;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An alert as e-mail: a subject of one line and a plain text. Its id is the same however often it is sent.
final class MailMessage extends MimeMessage {

    private static final int LONGEST_SUBJECT = 200;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /// What ends a line, and other letters that are not shown.
    private static final String BREAKS = "[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]+";

    private final String id;

    MailMessage(Session session, AlertChannel channel, MailRoute route, OutgoingAlert alert) throws MessagingException {
        super(session);
        String domain = route.from().substring(route.from().indexOf('@'));
        this.id = "<" + alert.id() + "." + channel.id() + domain + ">";
        setFrom(new InternetAddress(route.from()));
        for (String recipient : route.to()) {
            addRecipient(RecipientType.TO, new InternetAddress(recipient));
        }
        setSubject(subject(alert), StandardCharsets.UTF_8.name());
        setHeader("Date", DATE.format(alert.raisedAt()));
        setHeader("Auto-Submitted", "auto-generated");
        setText(text(alert), StandardCharsets.UTF_8.name());
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static String subject(OutgoingAlert alert) {
        String cause = line(alert.cause());
        if (cause.codePointCount(0, cause.length()) <= LONGEST_SUBJECT) {
            return cause;
        }
        return cause.substring(0, cause.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    private static String text(OutgoingAlert alert) {
        return String.join(
                "\r\n",
                line(alert.cause()),
                "",
                "Rule: " + line(alert.rule()),
                "Kind: " + alert.kind(),
                "Subject: " + line(alert.subject()),
                "Caused at: " + alert.causedAt(),
                "Raised at: " + alert.raisedAt(),
                "Id: " + alert.id(),
                "");
    }

    private static String line(String text) {
        return text.replaceAll(BREAKS, " ").strip();
    }
}
