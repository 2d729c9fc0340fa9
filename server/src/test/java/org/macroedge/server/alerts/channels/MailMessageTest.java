package org.macroedge.server.alerts.channels;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a mail server gets.
class MailMessageTest {

    @Test
    void aMailHasTheCauseInItsSubjectAndARepeatHasTheSameId() throws Exception {
        OutgoingAlert alert = MailFixture.alert("EURUSD turned: größer (−44)");
        try (MailServer server = MailServer.open()) {
            assertThat(MailFixture.send(MailFixture.open(server.address()), alert))
                    .isEqualTo(SendResult.SENT);
            assertThat(MailFixture.send(MailFixture.open(server.address()), alert))
                    .isEqualTo(SendResult.SENT);

            assertThat(server.recipients)
                    .hasSize(2)
                    .allSatisfy(to -> assertThat(to).containsExactly("one@example.org", "two@example.org"));
            MimeMessage first = server.message(0);
            assertThat(first.getSubject()).isEqualTo("EURUSD turned: größer (−44)");
            assertThat(first.getSentDate()).isEqualTo(MailFixture.RAISED);
            assertThat(first.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
            assertThat(first.getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat((String) first.getContent()).isEqualToNormalizingNewlines("""
                EURUSD turned: größer (−44)

                Rule: flips
                Kind: flip
                Subject: EURUSD
                Caused at: 2026-11-27T13:31:00Z
                Raised at: 2026-11-27T13:31:00Z
                Id: 0b6e2a86-0d86-4c5a-8d6f-1f0f6d1f4f11
                """);
            assertThat(first.getMessageID())
                    .isEqualTo("<0b6e2a86-0d86-4c5a-8d6f-1f0f6d1f4f11.mail@example.org>")
                    .isEqualTo(server.message(1).getMessageID());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\r\nBcc: other@example.org\r\n\r\nText', ' Bcc: other@example.org Text'",
        "'\nBcc: other@example.org', ' Bcc: other@example.org'",
        "'\rBcc: other@example.org', ' Bcc: other@example.org'",
        "'\r\n.\r\nMAIL FROM:<x@example.org>', ' . MAIL FROM:<x@example.org>'",
        "'\u2028Bcc:\u0085\u0000größer', ' Bcc: größer'",
    })
    void whatAnAlertSaysBeginsNoLine(String broken, String line) throws Exception {
        OutgoingAlert alert = new OutgoingAlert(
                "0b6e2a86",
                "rule" + broken,
                "flip",
                "subject" + broken,
                "cause" + broken,
                MailFixture.RAISED,
                MailFixture.RAISED);
        try (MailServer server = MailServer.open()) {
            assertThat(MailFixture.send(MailFixture.open(server.address()), alert))
                    .isEqualTo(SendResult.SENT);

            MimeMessage message = server.message(0);
            assertThat(message.getSubject()).isEqualTo("cause" + line);
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(((String) message.getContent()).lines())
                    .hasSize(8)
                    .contains("cause" + line, "Rule: rule" + line, "Subject: subject" + line);
            assertThat(server.messages).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"x, 200000", "ü, 100000", "'word ', 50000", "😀, 50000"})
    void aLongCauseIsCutInTheSubjectAndNoLineIsTooLongForSmtp(String word, int times) throws Exception {
        String cause = word.repeat(times).strip();
        try (MailServer server = MailServer.open()) {
            assertThat(MailFixture.send(MailFixture.open(server.address()), MailFixture.alert(cause)))
                    .isEqualTo(SendResult.SENT);

            MimeMessage message = server.message(0);
            String subject = message.getSubject();
            assertThat(subject.codePointCount(0, subject.length())).isEqualTo(200);
            assertThat(cause).startsWith(subject.substring(0, subject.length() - 1));
            assertThat(subject).endsWith("…");
            assertThat((String) message.getContent()).startsWith(cause + "\r\n\r\nRule: flips");
            assertThat(server.messages.getFirst().lines())
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(998).matches("\\p{ASCII}*"));
        }
    }
}
