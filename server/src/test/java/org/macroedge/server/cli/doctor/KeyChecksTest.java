package org.macroedge.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.macroedge.server.access.keys.view.ApiKeyItem;
import org.macroedge.server.access.keys.view.ApiKeyList;
import org.macroedge.server.messages.DeclaredMessages;

/// What `doctor` says about keys that expire and about a server that nobody can ask.
class KeyChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private static ApiKeyItem key(String name, String state, int days) {
        return new ApiKeyItem(
                "1f3a9c02", name, "viewer", state, NOW, "local", NOW.plus(Duration.ofDays(days)), null, null);
    }

    private static List<Check> checks(String mode, ApiKeyItem... keys) {
        return KeyChecks.all(mode, new ApiKeyList(List.of(keys)), NOW);
    }

    private static void assertWarns(Check check, String message) {
        assertThat(check.state()).isEqualTo("warn");
        DeclaredMessages.assertSeen("DoctorMessage." + message, check.text() + ". " + check.remedy());
    }

    @Test
    void keysThatExpireWithinTwoWeeksAreNamedTheFirstToExpireFirst() {
        List<Check> checks = checks(
                "keys",
                key("later", "in-force", 13),
                key("soon", "in-force", 1),
                key("far", "in-force", 15),
                key("revoked", "revoked", 1));

        assertThat(checks).hasSize(2).allSatisfy(check -> assertWarns(check, "KEY_EXPIRES"));
        assertThat(checks)
                .extracting(Check::text)
                .containsExactly(
                        "key soon (1f3a9c02) expires at 2026-11-27T12:00:00Z",
                        "key later (1f3a9c02) expires at 2026-12-09T12:00:00Z");
    }

    @Test
    void aServerThatAsksForKeysNeedsOne() {
        List<Check> checks = checks("keys", key("old", "expired", -1));

        assertThat(checks).hasSize(1);
        assertWarns(checks.getFirst(), "NO_KEY_IN_FORCE");
    }

    @Test
    void whereNoKeyIsAskedForOrTokensAreAcceptedNoneIsMissing() {
        assertThat(Stream.of(checks("oidc"), checks("local"), checks("local", key("soon", "in-force", 1))))
                .allSatisfy(checks -> assertThat(checks).isEmpty());
    }
}
