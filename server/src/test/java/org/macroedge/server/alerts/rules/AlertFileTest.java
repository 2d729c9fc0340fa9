package org.macroedge.server.alerts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Secrets;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

class AlertFileTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BOT = "123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Map<String, String> VARIABLES = Map.of(
            "DESK_SECRET", SECRET,
            "SLACK_ADDRESS", "https://hooks.slack.example/services/T0/B0/verysecretpart",
            "BOT_TOKEN", BOT);
    private static final String GOOD = """
        channels:
          - id: desk
            kind: webhook
            address: https://example.org/hooks/macro
            secretVariable: DESK_SECRET
          - id: chat
            kind: slack
            addressVariable: SLACK_ADDRESS
          - id: phone
            kind: telegram
            tokenVariable: BOT_TOKEN
            chat: "-100123"
        rules:
          - id: flips
            kind: flip
            instrument: EURUSD
            points: 3
            minutes: 10
            channels: [desk]
          - id: big
            kind: surprise
            region: US
            sigmas: 1.5
          - id: sources
            kind: stale-source
            hours: 36
          - id: jobs
            kind: job-failed
          - id: regimes
            kind: regime
            region: JP
        """;

    @TempDir
    Path folder;

    private AlertFile read(String text, Map<String, String> variables) throws IOException {
        return AlertFile.read(Files.writeString(folder.resolve("alerts.yaml"), text), CATALOGUE, variables);
    }

    private MacroEdgeException refused(String text, Map<String, String> variables) {
        MacroEdgeException fault = catchThrowableOfType(MacroEdgeException.class, () -> read(text, variables));
        DeclaredMessages.assertSeen("AlertMessage.FAULTY_FILE", fault.getMessage());
        assertThat(fault.code()).isEqualTo(ProblemCode.SETTING_FAULT);
        return fault;
    }

    @Test
    void aWebhookAndAChatAreAllowedAPrivateAddressByTheFileAlone() throws IOException {
        String allowed = GOOD.replaceAll("( +)(secretVariable|addressVariable: SLACK).*\n", "$0$1private: true\n");

        assertThat(read(GOOD, VARIABLES).channels()).noneMatch(AlertChannel::isPrivate);
        assertThat(read(allowed, VARIABLES).channels().stream()
                        .filter(AlertChannel::isPrivate)
                        .map(AlertChannel::id))
                .containsExactly("desk", "chat");
    }

    @Test
    void everyFieldIsReadIntoItsRuleAndChannel() throws IOException {
        AlertFile file = read(GOOD, VARIABLES);

        assertThat(file.rules())
                .containsExactly(
                        new AlertRule(
                                "flips",
                                AlertKind.FLIP,
                                new AlertScope("EURUSD", null, null),
                                3,
                                Duration.ofMinutes(10),
                                List.of("desk")),
                        new AlertRule(
                                "big",
                                AlertKind.SURPRISE,
                                new AlertScope(null, null, Region.US),
                                1.5,
                                Duration.ZERO,
                                List.of("desk", "chat", "phone")),
                        new AlertRule(
                                "sources",
                                AlertKind.STALE_SOURCE,
                                AlertScope.ALL,
                                36,
                                Duration.ZERO,
                                List.of("desk", "chat", "phone")),
                        new AlertRule(
                                "jobs",
                                AlertKind.JOB_FAILED,
                                AlertScope.ALL,
                                0,
                                Duration.ZERO,
                                List.of("desk", "chat", "phone")),
                        new AlertRule(
                                "regimes",
                                AlertKind.REGIME,
                                new AlertScope(null, null, Region.JP),
                                0,
                                Duration.ZERO,
                                List.of("desk", "chat", "phone")));
        assertThat(file.rules().stream().map(AlertRule::definition).limit(2))
                .containsExactly(
                        "flip instrument=EURUSD indicator=null region=null 3.0 PT10M",
                        "surprise instrument=null indicator=null region=US 1.5 PT0S");
        assertThat(file.channels().stream().map(AlertChannel::address).map(Object::toString))
                .containsExactly(
                        "https://example.org/hooks/macro",
                        "https://hooks.slack.example/services/T0/B0/verysecretpart",
                        "https://api.telegram.org/bot" + BOT + "/sendMessage");
        assertThat(file.toString()).doesNotContain("verysecretpart", BOT, "MfKQ9r8G");
    }

    @Test
    void withoutAFileThereAreNoAlerts() {
        assertThat(AlertFile.read(null, CATALOGUE, Map.of())).isEqualTo(AlertFile.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instrument: EURUSD | instrument: EURUSE | :16: instrument: no instrument has the id \"EURUSE\"",
                "instrument: EURUSD | indicator: us-cpi-mom | :16: indicator: is unknown; use one of id, kind,"
                        + " channels",
                "points: 3 | points: 41 | :17: points: \"41\" is not a number from 0 to 40",
                "points: 3 | pionts: 3 | :17: pionts: is unknown",
                "minutes: 10 | minutes: 1.5 | :18: minutes: \"1.5\" is not a whole number of minutes from 0 to 1440",
                "channels: [desk] | channels: [disk] | :19: channels: no channel has the id \"disk\"",
                "channels: [desk] | channels: [desk, desk] | :19: channels: \"desk\" is already taken",
                "region: US | region: XX | :22: region: \"XX\" is not one of ",
                "sigmas: 1.5 | sigmas: 5 | :23: sigmas: \"5\" is not a number from 0.01 to 4",
                "hours: 36 | hours: much | :26: hours: \"much\" is not a number from 0.01 to 8760",
                "hours: 36 | points: 3 | :26: points: is unknown",
                "kind: job-failed | kind: job | :28: kind: \"job\" is not one of flip, label, surprise, revision",
                "region: JP | indicator: us-cpi-mom | :31: indicator: is unknown; use one of id, kind, channels,"
                        + " region",
                "id: jobs | id: Jobs | :27: id: \"Jobs\" is not an id of at most 40 lower-case letters",
                "id: jobs | id: big | :27: id: \"big\" is already taken",
                "kind: slack | kind: pager | :7: kind: its value is not one of webhook, slack, discord, telegram, mail",
                "https://example.org | http://example.org | :4: address: its value is not an address like https",
                "https://example.org | ftp://example.org | :4: address: its value is not an address like https",
                "chat: \"-100123\" | chat: desk | :12: chat: its value is not the number of a chat",
                "SLACK_ADDRESS | MACRO_EDGE_KEYS | :8: addressVariable: its value is not the name of a variable",
            })
    void aFaultIsToldWithFileLineAndField(String replaced, String by, String told) {
        assertThat(refused(GOOD.replaceFirst(Pattern.quote(replaced), by), VARIABLES))
                .hasMessageContaining("MACRO_EDGE_ALERTS names a file that cannot be used: ")
                .hasMessageContaining("alerts.yaml" + told)
                .hasMessageContaining("Correct it, or what it names, and start again");
    }

    @Test
    void moreThanTwelvePointsWouldHideTheStrongLabels() throws IOException {
        String label = GOOD.replace("kind: flip", "kind: label");

        assertThat(refused(label.replace("points: 3", "points: 12.5"), VARIABLES))
                .hasMessageContaining(":17: points: \"12.5\" is not a number from 0 to 12");
        AlertRule most = read(label.replace("points: 3", "points: 12"), VARIABLES)
                .rules()
                .getFirst();
        LabelGate gate = LabelGate.of(most);
        Instant start = Instant.EPOCH;
        LabelStanding neutral = gate.begin(new LabelGate.Seen(start, start, start, 0.0), 0);
        Instant later = start.plus(most.dwell());
        LabelStanding waits = gate.look(neutral, new LabelGate.Seen(start, start, start, 100.0))
                .after();
        assertThat(gate.look(waits, new LabelGate.Seen(later, later, later, 100.0))
                        .after()
                        .label())
                .isEqualTo(Label.STRONGLY_BULLISH);
    }

    @Test
    void aSecretThatStandsInTheFileIsNotShown() {
        String token = "xoxb-17653672481-aBcDeFgHiJ";
        for (String field : List.of(
                "addressVariable: SLACK_ADDRESS",
                "secretVariable: DESK_SECRET",
                "tokenVariable: BOT_TOKEN",
                "chat: \"-100123\"",
                "kind: slack",
                "id: chat")) {
            String wrong = field.substring(0, field.indexOf(':') + 2) + token;

            assertThat(refused(GOOD.replace(field, wrong), VARIABLES))
                    .as(field)
                    .hasMessageContaining(": its value is not ")
                    .hasMessageNotContaining(token);
        }
    }

    @Test
    void ofAnAddressTheKeyIsHiddenAndNotItsWords() throws IOException {
        String key = "aZ3kQ9pLw0XcV5tYb7Nm2RfG";
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.put("SLACK_ADDRESS", "http://localhost:8080/services/macroeconomic/T0/" + key + "?wait=true");

        read(GOOD, variables);

        String words = "localhost: no services for macroeconomic data";
        assertThat(Secrets.masked(words)).isEqualTo(words);
        assertThat(Secrets.showsPart(words, List.of())).isFalse();
        assertThat(Secrets.masked("no " + key)).isEqualTo("no ***");
    }

    @Test
    void aScopeIsOneThing() {
        assertThat(refused(GOOD.replace("region: US", "region: US\n    indicator: us-cpi-mom"), VARIABLES))
                .hasMessageContaining("a rule has an indicator or a region, not both");
        assertThat(refused(
                        GOOD.replace("secretVariable", "addressVariable: SLACK_ADDRESS\n    secretVariable"),
                        VARIABLES))
                .hasMessageContaining("a channel has an address or names a variable, not both");
    }

    @Test
    void aSecretComesFromAVariableOrItsFileAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        Map<String, String> fromFile = new HashMap<>(VARIABLES);
        fromFile.remove("DESK_SECRET");
        DeclaredMessages.assertSeen(
                "AlertMessage.NO_VARIABLE", part(refused(GOOD, fromFile).getMessage(), "secretVariable: "));

        fromFile.put("DESK_SECRET_FILE", file.toString());
        assertThat(read(GOOD, fromFile).channels()).hasSize(3);

        fromFile.put("DESK_SECRET", SECRET);
        DeclaredMessages.assertSeen(
                "AlertMessage.VARIABLE_TWICE", part(refused(GOOD, fromFile).getMessage(), "secretVariable: "));

        fromFile.remove("DESK_SECRET");
        fromFile.put("DESK_SECRET_FILE", folder.resolve("none").toString());
        DeclaredMessages.assertSeen(
                "AlertMessage.UNREADABLE_SECRET", part(refused(GOOD, fromFile).getMessage(), "secretVariable: "));
    }

    @Test
    void aSecretOfAnotherFormIsRefusedWithoutBeingShown() {
        for (String other : List.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_?")) {
            Map<String, String> variables = new HashMap<>(VARIABLES);
            variables.put("DESK_SECRET", other);
            String message = refused(GOOD, variables).getMessage();

            DeclaredMessages.assertSeen("AlertMessage.NOT_A_SECRET", part(message, "secretVariable: "));
            assertThat(message).doesNotContain(other);
        }
    }

    /// What a message says of a field.
    private static String part(String message, String field) {
        return message.substring(message.indexOf(field) + field.length())
                .replaceFirst("\\. Correct it, or what it names, and start again$", "");
    }
}
