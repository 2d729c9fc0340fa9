package org.macroedge.server.alerts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.channels.MailRoute;
import org.macroedge.server.alerts.channels.MailTls;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Secrets;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Channels of e-mail in a file of alerts.
class MailFileTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final String PASSWORD = "rosy-lantern-4711";
    private static final Map<String, String> VARIABLES = Map.of("MAIL_USER", "desk", "MAIL_PASSWORD", PASSWORD);
    private static final String GOOD = """
        channels:
          - id: post
            kind: mail
            host: mail.example.org
            port: 2525
            tls: tls
            from: macro-edge@example.org
            to: [desk@example.org, night@example.org]
            userVariable: MAIL_USER
            passwordVariable: MAIL_PASSWORD
        rules: []
        """;

    @TempDir
    Path folder;

    private AlertFile read(String text) throws IOException {
        return AlertFile.read(Files.writeString(folder.resolve("alerts.yaml"), text), CATALOGUE, VARIABLES);
    }

    private String refused(String replaced, String by) {
        assertThat(GOOD).contains(replaced);
        String fault = catchThrowableOfType(MacroEdgeException.class, () -> read(GOOD.replace(replaced, by)))
                .getMessage();
        DeclaredMessages.assertSeen("AlertMessage.FAULTY_FILE", fault);
        return fault;
    }

    @Test
    void everyFieldIsRead() throws IOException {
        AlertFile file = read(GOOD);

        AlertChannel channel = file.channels().getFirst();
        assertThat(channel.address()).hasToString("smtp://mail.example.org:2525");
        assertThat(channel.mail())
                .isEqualTo(new MailRoute(
                        MailTls.TLS,
                        "macro-edge@example.org",
                        List.of("desk@example.org", "night@example.org"),
                        new MailRoute.Login("desk", PASSWORD)));
        assertThat(file + " " + channel.mail()).doesNotContain(PASSWORD);
        assertThat(Secrets.masked("535 " + PASSWORD)).isEqualTo("535 ***");
    }

    @Test
    void aPrivateAddressIsAllowedByTheFileAlone() throws IOException {
        assertThat(read(GOOD).channels().getFirst().isPrivate()).isFalse();
        for (boolean allowed : List.of(true, false)) {
            String text = GOOD.replace("port: 2525", "private: " + allowed);
            assertThat(read(text).channels().getFirst().isPrivate()).isEqualTo(allowed);
        }
        assertThat(refused("port: 2525", "private: yes")).contains(":5: private: its value is not true or false");
    }

    @ParameterizedTest
    @CsvSource({"'', STARTTLS, 587", "tls: starttls, STARTTLS, 587", "tls: tls, TLS, 465", "tls: none, NONE, 25"})
    void withoutItsFieldAPortIsTheUsualOne(String field, MailTls tls, int port) throws IOException {
        String text = GOOD.replaceAll(" +(port|userV|passwordV).*\n", "")
                .replace("mail.example.org", "localhost")
                .replace("tls: tls", field);

        AlertChannel channel = read(text).channels().getFirst();

        assertThat(channel.address()).hasToString("smtp://localhost:" + port);
        assertThat(channel.mail()).extracting(MailRoute::tls, MailRoute::login).containsExactly(tls, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host: mail.example.org | host: mail@example | :4: host: its value is not the name of a server",
                "host: mail.example.org | host: mail.example.org/x | :4: host: its value is not the name of a server",
                "host: mail.example.org | host: 256.1.1.1 | :4: host: its value is not the name of a server",
                "host: mail.example.org | from: x | from: appears twice",
                "port: 2525 | port: 65536 | :5: port: its value is not a whole number from 1 to 65535",
                "port: 2525 | port: 0 | :5: port: its value is not a whole number from 1 to 65535",
                "tls: tls | tls: ssl | :6: tls: its value is not one of starttls, tls, none",
                "tls: tls | tls: none | :6: tls: is not valid: e-mail without TLS is accepted for this machine only",
                "night@example.org | night | :8: to: its value is not an address like",
                "night@example.org | desk@example.org | an address is listed twice",
                "[desk@example.org, night@example.org] | [] | a channel has 1 to 20 recipients",
                "[desk@example.org, night@example.org] | desk@example.org | :8: to: ",
                "userVariable: MAIL_USER | user: desk | :9: user: is unknown",
                "MAIL_USER | MACRO_EDGE_KEYS | :9: userVariable: its value is not the name of a variable",
                "MAIL_PASSWORD | rosy | :10: passwordVariable: its value is not the name of a variable",
                "MAIL_PASSWORD | OTHER | :10: passwordVariable: names the variable OTHER",
                "userVariable: MAIL_USER | '' | a login has both a userVariable and a passwordVariable",
            })
    void aFaultIsToldWithItsField(String replaced, String by, String told) {
        assertThat(refused(replaced, by)).contains(told).doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "macro-edge",
        "Desk <desk@example.org>",
        "'desk@example.org\\r\\nBcc: x@example.org'",
        "'desk@example.org\\nRCPT TO:<x@example.org>'",
        "'desk@example.org,x@example.org'",
        "'desk@example.org> SIZE=1'",
        "düsk@example.org",
        "desk@exämple.org",
        ".desk@example.org",
        "desk@-example.org",
        "desk@example..org",
        "a@b@example.org",
    })
    void anAddressIsOneOfPlainLetters(String address) {
        String quoted = "\"" + address + "\"";

        assertThat(refused("from: macro-edge@example.org", "from: " + quoted))
                .contains(":7: from: its value is not an address like desk@example.org");
        assertThat(refused("night@example.org", quoted)).contains("its value is not an address like");
    }

    @Test
    void addressesAreBounded() throws IOException {
        String longest = "a".repeat(64) + "@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(2) + ".org";
        read(GOOD.replace("night@example.org", longest));

        assertThat(refused("night@example.org", "a" + longest)).contains("its value is not an address like");
        assertThat(refused("night@example.org", longest.replace(".org", ".org" + ".o".repeat(50))))
                .contains("its value is not an address like");
    }

    @Test
    void aChannelHasTwentyRecipientsAtMost() throws IOException {
        assertThat(read(GOOD.replace("night@example.org", names(19))).channels())
                .hasSize(1);
        assertThat(refused("night@example.org", names(20)))
                .contains(":8: to: is not valid: a channel has 1 to 20 recipients");
    }

    private static String names(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "a" + number + "@example.org")
                .collect(Collectors.joining(", "));
    }
}
