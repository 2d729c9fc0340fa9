package org.macroedge.server.alerts.channels;

import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.macroedge.server.alerts.channels.MailDialogue.Part;
import org.macroedge.server.alerts.channels.SendResult.Outcome;

/// Why a mail was not taken, in words of our own: those of the server could show addresses. What a status means depends
/// on the part of the dialogue (RFC 5321, 4.2).
final class MailFault {

    private static final String NOT_SMTP = "the answer of the mail server is not SMTP";
    private static final String NO_LOGIN = "the mail server offers no login with a password";
    private static final int TAKEN = 200;
    private static final int ASKS_ON = 300;
    private static final int REFUSED = 400;
    private static final int REFUSED_FOR_GOOD = 500;
    private static final int BEYOND = 600;
    /// A mailbox that is full, at a recipient (RFC 5321, 4.5.3.1.10).
    private static final int FULL = 552;
    /// A login is missing, refused, or of too weak a kind (RFC 4954, 6).
    private static final Set<Integer> OF_LOGIN = Set.of(530, 534, 535, 538);

    private final MailDialogue dialogue;
    private final List<Throwable> chain;
    private final int status;

    private MailFault(Exception fault, MailDialogue dialogue) {
        this.dialogue = dialogue;
        this.chain = chain(fault);
        this.status = dialogue.getLastReturnCode();
    }

    /// @param recipients of the mail
    static SendResult of(Exception fault, MailDialogue dialogue, int recipients) {
        return new MailFault(fault, dialogue).result(recipients);
    }

    private SendResult result(int recipients) {
        List<Integer> refused = all(SMTPAddressFailedException.class).stream()
                .map(SMTPAddressFailedException::getReturnCode)
                .filter(MailFault::isRefusal)
                .toList();
        List<IOException> broken = all(IOException.class);
        if (dialogue.part() == Part.END && (!broken.isEmpty() || !isRefusal(status))) {
            return broken.isEmpty() && status >= TAKEN && status < ASKS_ON ? taken(refused, recipients) : unsure();
        }
        if (!broken.isEmpty()) {
            return new SendResult(AlertSender.words(broken.getFirst()));
        }
        if (dialogue.isStrange() || status > 0 && (status < TAKEN || status >= BEYOND)) {
            return new SendResult(NOT_SMTP);
        }
        if (dialogue.part() == Part.RECIPIENTS && !refused.isEmpty()) {
            return recipients(refused);
        }
        return isRefusal(status) ? refused() : stopped();
    }

    private static boolean isRefusal(int status) {
        return status >= REFUSED && status < BEYOND;
    }

    /// Whoever was accepted has got the mail.
    private static SendResult taken(List<Integer> refused, int recipients) {
        return refused.isEmpty()
                ? SendResult.SENT
                : new SendResult(
                        Outcome.SENT,
                        "the mail server refused " + refused.size() + " of " + recipients + " recipients (status "
                                + refused.getFirst() + "), who do not get it");
    }

    static SendResult unsure() {
        return new SendResult(
                Outcome.UNSURE,
                "the connection broke off before the mail server said whether it took the mail;"
                        + " it may have arrived");
    }

    /// Nobody was accepted. As long as one recipient is refused for now, the mail is tried again.
    private SendResult recipients(List<Integer> refused) {
        int worst = refused.stream()
                .filter(code -> code < REFUSED_FOR_GOOD || code == FULL)
                .findFirst()
                .orElse(refused.getFirst());
        if (OF_LOGIN.contains(worst)) {
            return login(worst);
        }
        return refusal("a recipient", worst, worst >= REFUSED_FOR_GOOD && worst != FULL);
    }

    private SendResult refused() {
        if (!all(AuthenticationFailedException.class).isEmpty() || OF_LOGIN.contains(status)) {
            return login(status);
        }
        return switch (dialogue.part()) {
            case CONNECTION -> refusal("the connection", status, false);
            case TLS -> new SendResult(AlertSender.NOT_SECURE);
            case LOGIN -> new SendResult(Outcome.LOGIN_REFUSED, NO_LOGIN);
            case SENDER -> refusal("the sender", status, status >= REFUSED_FOR_GOOD);
            case RECIPIENTS -> refusal("a recipient", status, status >= REFUSED_FOR_GOOD && status != FULL);
            case TEXT, END -> refusal("the message", status, status >= REFUSED_FOR_GOOD);
        };
    }

    private static SendResult refusal(String what, int status, boolean isFinal) {
        return new SendResult(isFinal ? Outcome.REFUSED : Outcome.FAILED, words(what, status));
    }

    private SendResult login(int code) {
        return new SendResult(
                Outcome.LOGIN_REFUSED,
                all(AuthenticationFailedException.class).isEmpty()
                        ? "the mail server demands a login (status " + code + ")"
                        : words("the login", code));
    }

    private static String words(String what, int status) {
        return "the mail server refused " + what + " (status " + status + ")";
    }

    /// The server refused nothing: it offers less than is needed, or it went away.
    private SendResult stopped() {
        boolean login = dialogue.part() == Part.LOGIN
                || !all(AuthenticationFailedException.class).isEmpty();
        if (status > 0 && login) {
            return new SendResult(Outcome.LOGIN_REFUSED, NO_LOGIN);
        }
        if (status > 0 && String.valueOf(chain.getFirst().getMessage()).contains("STARTTLS")) {
            return new SendResult(AlertSender.NOT_SECURE);
        }
        return new SendResult(AlertSender.BROKEN);
    }

    private static List<Throwable> chain(Exception fault) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private <T> List<T> all(Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
