package org.macroedge.server.alerts.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
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
            return new MailSender(addresses, deadlines, secure, MailTimes.USUAL).send(channel, ALERT);
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
    void aRefusedLoginShowsNoPassword() {
        MailRoute.Login login = new MailRoute.Login("desk", "wrong-word-77");
        try (MailServer server = MailServer.withLogin()) {
            AlertChannel channel = MailFixture.channel(server.address(), MailTls.NONE, login, "one@example.org");

            assertThat(MailFixture.send(channel, ALERT))
                    .isEqualTo(new SendResult(
                            SendResult.Outcome.LOGIN_REFUSED, "the mail server refused the login (status 535)"));
            assertThat(channel + " " + channel.mail()).doesNotContain("wrong-word-77");
        }
    }

    @ParameterizedTest
    @CsvSource({
        MailFixture.FROM + ", the sender, 451, FAILED",
        MailFixture.FROM + ", the sender, 553, REFUSED",
        MailServer.TEXT + ", the message, 452, FAILED",
        MailServer.TEXT + ", the message, 552, REFUSED",
        MailServer.TEXT + ", the message, 554, REFUSED",
    })
    void aRefusalIsFinalFromFiveHundredOn(String refused, String what, int status, SendResult.Outcome outcome) {
        try (MailServer server = MailServer.open()) {
            server.refusals.put(refused, status);

            assertThat(MailFixture.send(MailFixture.open(server.address()), ALERT))
                    .isEqualTo(new SendResult(outcome, "the mail server refused " + what + " (status " + status + ")"));
            assertThat(server.messages).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"450", "550", "552"})
    void whoeverIsAcceptedGetsTheMailAndTheOthersAreTold(int status) {
        try (MailServer server = MailServer.open()) {
            server.refusals.put("one@example.org", status);

            assertThat(MailFixture.send(MailFixture.open(server.address()), ALERT))
                    .isEqualTo(new SendResult(
                            SendResult.Outcome.SENT,
                            "the mail server refused 1 of 2 recipients (status " + status + "), who do not get it"));
            assertThat(server.recipients).containsExactly(List.of("two@example.org"));
        }
    }

    /// A mailbox that is full is refused for now, whatever its status begins with.
    @ParameterizedTest
    @CsvSource({"550, 450, 450, FAILED", "550, 552, 552, FAILED", "552, 552, 552, FAILED", "550, 553, 550, REFUSED"})
    void whereNobodyIsAcceptedItIsFinalOnlyIfAllAreRefusedForGood(
            int first, int second, int told, SendResult.Outcome outcome) {
        try (MailServer server = MailServer.open()) {
            server.refusals.put("one@example.org", first);
            server.refusals.put("two@example.org", second);

            assertThat(MailFixture.send(MailFixture.open(server.address()), ALERT))
                    .isEqualTo(new SendResult(outcome, "the mail server refused a recipient (status " + told + ")"));
            assertThat(server.messages).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"EHLO", "MAIL", "RCPT", "DATA"})
    void aConnectionThatBreaksOffIsTriedAgain(String line) throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(script(line, ScriptedMailServer.HANG_UP))) {
            assertThat(MailFixture.send(MailFixture.open(server.address()), ALERT))
                    .isEqualTo(new SendResult("the connection to the receiver broke off"));
            assertThat(server.lines.getLast()).startsWith(line);
        }
    }

    @ParameterizedTest
    @CsvSource({
        ScriptedMailServer.GREETING + ", 421 busy, the mail server refused the connection (status 421), FAILED",
        ScriptedMailServer.GREETING + ", 554 never, the mail server refused the connection (status 554), FAILED",
        ScriptedMailServer.GREETING + ", 999 hello, the answer of the mail server is not SMTP, FAILED",
        ScriptedMailServer.GREETING + ", good morning, the answer of the mail server is not SMTP, FAILED",
        "AUTH, 454 later, the mail server refused the login (status 454), LOGIN_REFUSED",
        "AUTH, hang up, the connection to the receiver broke off, FAILED",
        "EHLO, '250-hello\r\n250 AUTH XOAUTH2', the mail server offers no login with a password, LOGIN_REFUSED",
        "EHLO, 250 hello, the mail server offers no login with a password, LOGIN_REFUSED",
        "EHLO, 502 what, the mail server offers no login with a password, LOGIN_REFUSED",
        "MAIL, 530 who, the mail server demands a login (status 530), LOGIN_REFUSED",
        "MAIL, 999 what, the answer of the mail server is not SMTP, FAILED",
        "RCPT, 999 what, the answer of the mail server is not SMTP, FAILED",
        "., 250 taken, , SENT",
        "., 251 taken, , SENT",
        "., 421 busy, the mail server refused the message (status 421), FAILED",
        "., 554 never, the mail server refused the message (status 554), REFUSED",
    })
    void anAnswerIsToldInWordsOfOurOwn(String line, String answer, @Nullable String fault, SendResult.Outcome outcome)
            throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(script(line, answer))) {
            AlertChannel channel = MailFixture.channel(server.address(), MailTls.NONE, LOGIN, "one@example.org");

            assertThat(MailFixture.send(channel, ALERT)).isEqualTo(new SendResult(outcome, fault));
        }
    }

    private static Map<String, String> script(String line, String answer) {
        Map<String, String> script = new HashMap<>(Map.of(
                ScriptedMailServer.GREETING,
                "220 hello",
                "EHLO",
                "250-hello\r\n250 AUTH PLAIN",
                "HELO",
                "250 hello",
                "AUTH",
                "235 yes",
                "MAIL",
                "250 yes"));
        script.putAll(
                Map.of("RCPT", "250 yes", "DATA", "354 go on", ".", "250 yes", "QUIT", "221 bye", "RSET", "250 yes"));
        script.put(line, answer);
        return script;
    }

    /// A server that refuses STARTTLS is as one that does not offer it.
    @Test
    void aServerThatRefusesTlsGetsNoMailAndIsTriedAgain() throws IOException {
        Map<String, String> script = script("STARTTLS", "502 not now");
        script.put("EHLO", "250-hello\r\n250 STARTTLS");
        try (ScriptedMailServer server = new ScriptedMailServer(script)) {
            assertThat(MailFixture.send(
                            MailFixture.channel(server.address(), MailTls.STARTTLS, null, "one@example.org"), ALERT))
                    .isEqualTo(NOT_SECURE);
        }
    }

    /// The server has the whole text: it may have taken the mail.
    @ParameterizedTest
    @CsvSource({"Subject:", "."})
    void aConnectionThatBreaksOffAfterTheTextMayHaveSentIt(String line) throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(script(line, ScriptedMailServer.HANG_UP))) {
            assertThat(MailFixture.send(MailFixture.open(server.address()), ALERT))
                    .isEqualTo(new SendResult(
                            SendResult.Outcome.UNSURE,
                            "the connection broke off before the mail server said whether it took the mail;"
                                    + " it may have arrived"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "TLS"})
    void anAnswerWithoutEndIsLeft(MailTls tls) throws Exception {
        MailCertificate certificate = MailCertificate.of("localhost", folder);
        ServerSocketFactory sockets =
                tls == MailTls.TLS ? certificate.server().getServerSocketFactory() : ServerSocketFactory.getDefault();
        for (String line : List.of(ScriptedMailServer.GREETING, "EHLO", "RCPT")) {
            try (ScriptedMailServer server = new ScriptedMailServer(script(line, ScriptedMailServer.FLOOD), sockets)) {
                AlertChannel channel = MailFixture.channel(server.address(), tls, null, "one@example.org");

                assertThat(send(channel, certificate.client()))
                        .as(line)
                        .isEqualTo(new SendResult("the answer of the receiver is too long"));
            }
        }
    }

    @Test
    void aNameThatNobodyKnowsInTimeIsLeft() {
        CountDownLatch never = new CountDownLatch(1);
        long begin = System.nanoTime();
        AlertChannel channel = MailFixture.open(URI.create("smtp://mail.example.org:25"));

        assertThat(MailFixture.send(channel, ALERT, host -> {
                    await(never);
                    return new InetAddress[0];
                }))
                .isEqualTo(new SendResult("the name of the receiver was not found in time"));

        never.countDown();
        assertThat(System.nanoTime() - begin).isLessThan(12_000_000_000L);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPrivateAddressIsAskedWhereTheFileAllowsIt() {
        try (MailServer server = MailServer.open()) {
            URI named =
                    URI.create("smtp://relay.example.org:" + server.address().getPort());
            AlertChannel open = MailFixture.open(named);
            AlertChannel allowed = new AlertChannel("mail", ChannelKind.MAIL, named, null, null, open.mail(), true);

            assertThat(MailFixture.send(allowed, ALERT, host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")}))
                    .isEqualTo(SendResult.SENT);
        }
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

            assertThat(new MailSender(addresses, deadlines, secure, MailTimes.USUAL)
                            .send(MailFixture.open(named), ALERT))
                    .isEqualTo(SendResult.SENT);
            assertThat(asked).hasValue(1);
        }
    }
}
