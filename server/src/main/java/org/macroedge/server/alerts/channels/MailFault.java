package org.macroedge.server.alerts.channels;

import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// Why a mail was not taken, in words of our own: those of the server could show addresses. A status from 500 on is a
/// refusal for good.
final class MailFault {

    private static final int REFUSED = 400;
    private static final int REFUSED_FOR_GOOD = 500;

    private MailFault() {}

    /// @param status the last one of the server; 0 or less where there is none
    static SendResult of(Exception fault, int status) {
        List<Throwable> chain = chain(fault);
        Optional<IOException> broken = all(chain, IOException.class).stream().findFirst();
        int recipient = all(chain, SMTPAddressFailedException.class).stream()
                .mapToInt(SMTPAddressFailedException::getReturnCode)
                .max()
                .orElse(0);
        if (broken.isPresent()) {
            return new SendResult(AlertSender.words(broken.get()));
        }
        if (recipient >= REFUSED) {
            return refused("a recipient", recipient);
        }
        return status >= REFUSED ? refused(what(chain), status) : stopped(chain, fault, status);
    }

    private static SendResult refused(String what, int status) {
        return new SendResult(
                "the mail server refused " + what + " (status " + status + ")", status >= REFUSED_FOR_GOOD);
    }

    private static String what(List<Throwable> chain) {
        if (!all(chain, AuthenticationFailedException.class).isEmpty()) {
            return "the login";
        }
        boolean isSender = all(chain, SMTPSendFailedException.class).stream()
                .anyMatch(sending -> sending.getCommand().startsWith("MAIL"));
        return isSender ? "the sender" : "the message";
    }

    /// The server refused nothing: it offers less than is needed, or it went away.
    private static SendResult stopped(List<Throwable> chain, Exception fault, int status) {
        if (status > 0 && !all(chain, AuthenticationFailedException.class).isEmpty()) {
            return new SendResult("the mail server offers no login with a password");
        }
        if (status > 0 && String.valueOf(fault.getMessage()).contains("STARTTLS")) {
            return new SendResult("no secure connection to the receiver");
        }
        return new SendResult(AlertSender.words(fault));
    }

    private static List<Throwable> chain(Exception fault) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private static <T> List<T> all(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
