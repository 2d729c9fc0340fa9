package org.macroedge.server.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.OidcSettings;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.CallerKind;
import org.macroedge.server.platform.web.Role;

/// Tokens of a real issuer on this machine, and of others.
class TokensTest {

    private final SettableClock clock = new SettableClock("2026-11-27T08:00:00Z");
    private final LightIssuer issuer = new LightIssuer(clock);
    private final Tokens tokens = tokens("roles");

    TokensTest() throws IOException {}

    private Tokens tokens(String claim) {
        return Tokens.of(new OidcSettings(issuer.address(), LightIssuer.AUDIENCE, claim, null), clock);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @SuppressWarnings("unchecked") // as the table has it
    @ParameterizedTest(name = "{0} by {1}")
    @CsvFileSource(resources = "token-cases.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void aTokenGivesItsHolderAndRoleOrIsRefusedForWhatIsWrong(String changes, String signedBy, String result) {
        Map<String, Object> changed = new HashMap<>(Json.mapper().readValue(changes, Map.class));
        String token = issuer.token(changed, signedBy);
        if (result.equals(result.toLowerCase(Locale.ROOT))) {
            Caller caller = tokens.check(token);
            assertThat(caller).isEqualTo(new Caller(CallerKind.TOKEN, "anna (u1)", role(result), caller.until()));
            assertThat(caller.until()).isAfter(clock.instant());
        } else {
            assertRefused("TokenProblem." + result, token);
        }
    }

    private static Role role(String code) {
        return Role.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private void assertRefused(String message, String token) {
        assertThatThrownBy(() -> tokens.check(token))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> DeclaredMessages.assertSeen(message, String.valueOf(fault.getMessage())));
    }

    @Test
    void aHolderIsKnownUntilItsTokenExpiresAndTheClocksMayDifferNoMore() {
        assertThat(tokens.check(issuer.token(Map.of("exp", 300), "issuer")).until())
                .isEqualTo("2026-11-27T08:06:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJSUzI1NiJ9.e30", "…"})
    void whatIsNoTokenIsRefused(String text) {
        assertRefused("TokenProblem.UNREADABLE", text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "realm_access.roles | {\"realm_access\": {\"roles\": [\"admin\"]}}",
                "https://example.org/roles | {\"https://example.org/roles\": [\"admin\"]}",
                "scope | {\"scope\": \"openid admin\"}"
            })
    @SuppressWarnings("unchecked") // as the table has it
    void theClaimOfTheRolesCanBeAnywhere(String claim, String changes) {
        Map<String, Object> changed = Json.mapper().readValue(changes, Map.class);

        assertThat(tokens(claim).check(issuer.token(changed, "issuer")).role()).isEqualTo(Role.ADMIN);
        assertThatThrownBy(() -> tokens(claim).check(issuer.token(Map.of(), "issuer")))
                .hasMessage("anna (u1) has no role here. Ask an administrator of " + issuer.address()
                        + " to put a role into the claim " + claim);
    }

    @Test
    void aNewKeyIsKnownAtOnceAndTheOldOneIsForgotten() {
        String old = issuer.token(Map.of(), "issuer");
        assertThat(tokens.check(old).role()).isEqualTo(Role.VIEWER);
        issuer.rotate();

        assertThat(tokens.check(issuer.token(Map.of(), "issuer")).role()).isEqualTo(Role.VIEWER);
        assertRefused("TokenProblem.SIGNATURE", old);
    }

    @Test
    void madeUpKeysDoNotFloodTheIssuer() {
        for (int number = 0; number < 50; number++) {
            assertRefused("TokenProblem.SIGNATURE", issuer.token(Map.of(), "unknown"));
        }
        assertThat(issuer.asked()).isBetween(1, 3);
        assertThat(tokens.check(issuer.token(Map.of(), "issuer")).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void anIssuerThatIsSilentIsAskedAgainFiveSecondsLater() {
        issuer.setBroken(true);
        assertRefused("TokenProblem.ISSUER_SILENT", issuer.token(Map.of(), "issuer"));
        issuer.setBroken(false);
        clock.set("2026-11-27T08:00:04Z");
        assertRefused("TokenProblem.ISSUER_SILENT", issuer.token(Map.of(), "issuer"));
        clock.set("2026-11-27T08:00:05Z");

        assertThat(tokens.check(issuer.token(Map.of(), "issuer")).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void anIssuerWhoseKeysCannotBeReadIsNoWrongSignature() {
        String token = issuer.token(Map.of(), "issuer");
        issuer.setKeysBroken(true);
        for (int number = 0; number < 10; number++) {
            assertRefused("TokenProblem.ISSUER_SILENT", token);
        }
        assertThat(issuer.asked()).isEqualTo(1);
        issuer.setKeysBroken(false);
        assertRefused("TokenProblem.ISSUER_SILENT", token);
        clock.set("2026-11-27T08:00:05Z");

        assertThat(tokens.check(token).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void anUnknownKeyIsLookedForAgainThirtySecondsLater() {
        assertRefused("TokenProblem.SIGNATURE", issuer.token(Map.of(), "unknown"));
        issuer.rotate();
        String token = issuer.token(Map.of(), "issuer");
        clock.set("2026-11-27T08:00:29Z");
        assertRefused("TokenProblem.SIGNATURE", token);
        clock.set("2026-11-27T08:00:30Z");

        assertThat(tokens.check(token).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void tokensAreCheckedWhileTheIssuerIsDown() {
        tokens.check(issuer.token(Map.of(), "issuer"));
        String next = issuer.token(Map.of("roles", List.of("admin")), "issuer");
        issuer.close();

        assertThat(tokens.check(next).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void anIssuerThatCallsItselfOtherwiseIsNotTrusted() {
        URI other = URI.create(issuer.address().toString().replace("127.0.0.1", "localhost"));
        Tokens mistaken = Tokens.of(new OidcSettings(other, LightIssuer.AUDIENCE, "roles", null), clock);

        assertThatThrownBy(() -> mistaken.check(issuer.token(Map.of(), "issuer")))
                .hasMessage(other + " does not give the keys by which tokens are checked: its discovery document names"
                        + " another issuer. Try again in some seconds; an API key works meanwhile");
    }
}
