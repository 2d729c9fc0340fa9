package org.macroedge.server.alerts.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.server.platform.net.PublicAddresses;

class MailSenderTest {

    private static final MailRoute.Login LOGIN = new MailRoute.Login("desk", MailServer.PASSWORD);
    private static final SendResult NOT_SECURE = new SendResult("no secure connection to the receiver");
    private static final OutgoingAlert ALERT = MailFixture.alert("EURUSD turned");

    @TempDir
    Path folder;

    private static SendResult send(AlertChannel channel, SSLSocketFactory secure) {
        PublicAddresses addresses = new PublicAddresses(InetAddress::getAllByName);
        addresses.trust("localhost");
        try (ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor()) {
            return new MailSender(addresses, deadlines, secure).send(channel, ALERT);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void aServerGetsAMailOnlyIfItsCertificateIsTrusted(MailTls tls) throws Exception {
        MailCertificate certificate = MailCertificate.of("localhost", folder);
        try (MailServer server = MailServer.secured(tls, certificate.server())) {
            AlertChannel channel = MailFixture.channel(server.address(), tls, LOGIN, "one@example.org");

            assertThat(MailFixture.send(channel, ALERT)).isEqualTo(NOT_SECURE);
            assertThat(server.users).isEmpty();
            assertThat(server.messages).isEmpty();

            assertThat(send(channel, certificate.client())).isEqualTo(SendResult.SENT);
            assertThat(server.users).containsExactly("desk");
            assertThat(server.messages).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void aServerWithTheCertificateOfAnotherGetsNoMail(MailTls tls) throws Exception {
        MailCertificate certificate = MailCertificate.of("other.example.org", folder);
        try (MailServer server = MailServer.secured(tls, certificate.server())) {
            AlertChannel channel = MailFixture.channel(server.address(), tls, LOGIN, "one@example.org");

            assertThat(send(channel, certificate.client())).isEqualTo(NOT_SECURE);
            assertThat(server.users).isEmpty();
            assertThat(server.messages).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void aServerWithoutTlsGetsNeitherLoginNorMail(MailTls tls) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of(
                ScriptedMailServer.GREETING,
                "220 hello",
                "EHLO",
                "250-hello\r\n250 AUTH PLAIN LOGIN",
                "AUTH",
                "235 yes",
                "MAIL",
                "250 yes"))) {
            AlertChannel channel = MailFixture.channel(server.address(), tls, LOGIN, "one@example.org");

            assertThat(MailFixture.send(channel, ALERT)).isEqualTo(NOT_SECURE);
            assertThat(server.lines).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void aRefusedLoginIsFinalAndShowsNoPassword() {
        MailRoute.Login login = new MailRoute.Login("desk", "wrong-word-77");
        try (MailServer server = MailServer.withLogin()) {
            AlertChannel channel = MailFixture.channel(server.address(), MailTls.NONE, login, "one@example.org");

            assertThat(MailFixture.send(channel, ALERT))
                    .isEqualTo(new SendResult("the mail server refused the login (status 535)", true));
            assertThat(channel + " " + channel.mail()).doesNotContain("wrong-word-77");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "two@example.org, a recipient, 450, false",
        "two@example.org, a recipient, 550, true",
        "one@example.org, a recipient, 553, true",
        MailFixture.FROM + ", the sender, 451, false",
        MailFixture.FROM + ", the sender, 553, true",
        MailServer.TEXT + ", the message, 452, false",
        MailServer.TEXT + ", the message, 554, true",
    })
    void aRefusalIsFinalFromFiveHundredOnAndNobodyGetsTheMail(
            String refused, String what, int status, boolean isFinal) {
        try (MailServer server = MailServer.open()) {
            server.refusals.put(refused, status);

            assertThat(MailFixture.send(MailFixture.open(server.address()), ALERT))
                    .isEqualTo(new SendResult("the mail server refused " + what + " (status " + status + ")", isFinal));
            assertThat(server.messages).isEmpty();
        }
    }

    @Test
    void theStatusOfOneRecipientIsNotTakenForThatOfAnother() {
        try (MailServer server = MailServer.open()) {
            server.refusals.put("one@example.org", 550);
            server.refusals.put("two@example.org", 450);

            assertThat(MailFixture.send(MailFixture.open(server.address()), ALERT))
                    .isEqualTo(new SendResult("the mail server refused a recipient (status 550)", true));
        }
    }

    @ParameterizedTest
    @CsvSource({"EHLO", "MAIL", "RCPT", "DATA", "Subject:", "."})
    void aConnectionThatBreaksOffIsTriedAgain(String line) throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(script(line, ScriptedMailServer.HANG_UP))) {
            assertThat(MailFixture.send(MailFixture.open(server.address()), ALERT))
                    .isEqualTo(new SendResult("the connection to the receiver broke off"));
            assertThat(server.lines.getLast()).startsWith(line);
        }
    }

    @ParameterizedTest
    @CsvSource({
        ScriptedMailServer.GREETING + ", 421 busy, the mail server refused the message (status 421), false",
        ScriptedMailServer.GREETING + ", 554 never, the mail server refused the message (status 554), true",
        "AUTH, 454 later, the mail server refused the login (status 454), false",
        "AUTH, hang up, the connection to the receiver broke off, false",
        "EHLO, '250-hello\r\n250 AUTH XOAUTH2', the mail server offers no login with a password, false",
        "., 250 taken, , false",
    })
    void anAnswerIsToldInWordsOfOurOwn(String line, String answer, @Nullable String fault, boolean isFinal)
            throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(script(line, answer))) {
            AlertChannel channel = MailFixture.channel(server.address(), MailTls.NONE, LOGIN, "one@example.org");

            assertThat(MailFixture.send(channel, ALERT)).isEqualTo(new SendResult(fault, isFinal));
        }
    }

    private static Map<String, String> script(String line, String answer) {
        Map<String, String> script = new HashMap<>(Map.of(
                ScriptedMailServer.GREETING,
                "220 hello",
                "EHLO",
                "250-hello\r\n250 AUTH PLAIN",
                "AUTH",
                "235 yes",
                "MAIL",
                "250 yes"));
        script.putAll(Map.of("RCPT", "250 yes", "DATA", "354 go on", ".", "250 yes", "QUIT", "221 bye"));
        script.put(line, answer);
        return script;
    }

    @Test
    void aServerThatIsGoneIsTriedAgain() {
        URI gone;
        try (MailServer server = MailServer.open()) {
            gone = server.address();
        }
        assertThat(MailFixture.send(MailFixture.open(gone), ALERT))
                .isEqualTo(new SendResult("no connection to the receiver"));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.5", "169.254.169.254", "127.0.0.1", "0:0:0:0:0:0:0:1", "100.64.0.1"})
    void aNameThatLeadsToAPrivateAddressIsNotAsked(String address) {
        try (MailServer server = MailServer.open()) {
            URI named = URI.create("smtp://mail.example.org:" + server.address().getPort());

            assertThat(MailFixture.send(MailFixture.open(named), ALERT, host ->
                            new InetAddress[] {InetAddress.getByName("203.0.113.5"), InetAddress.getByName(address)}))
                    .isEqualTo(new SendResult("the name of the receiver leads to a private address"));
            assertThat(server.messages).isEmpty();
        }
    }

    @Test
    void aNameIsLookedUpOnceAndTheNextAddressIsTried() {
        AtomicInteger asked = new AtomicInteger();
        PublicAddresses addresses = new PublicAddresses(host -> asked.getAndIncrement() == 0
                ? new InetAddress[] {InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")}
                : new InetAddress[] {InetAddress.getByName("10.0.0.5")});
        addresses.trust("mail.example.org");
        try (MailServer server = MailServer.open();
                ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor()) {
            URI named = URI.create("smtp://mail.example.org:" + server.address().getPort());
            SSLSocketFactory secure = (SSLSocketFactory) SSLSocketFactory.getDefault();

            assertThat(new MailSender(addresses, deadlines, secure).send(MailFixture.open(named), ALERT))
                    .isEqualTo(SendResult.SENT);
            assertThat(asked).hasValue(1);
        }
    }
}
