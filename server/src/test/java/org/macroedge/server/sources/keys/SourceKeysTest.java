package org.macroedge.server.sources.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Secrets;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.time.SettableClock;

class SourceKeysTest {

    private static final String FIELD = Variable.FRED_KEY.key();

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");
    private Supplier<Map<String, String>> secret = () -> Map.of(FIELD, "first-key");
    private int reads;

    private SourceKeys keys(Map<Variable, String> environment) {
        SourceSettings settings = new SourceSettings(null, Map.of(), environment);
        return new SourceKeys(
                settings,
                () -> {
                    reads++;
                    return secret.get();
                },
                clock);
    }

    private void fail() {
        secret = () -> {
            throw new KeyFault(KeyMessage.UNREACHABLE, "vault:secret/macro-edge");
        };
    }

    @Test
    void aKeyOfTheEnvironmentComesFirstAndReadsNoSecret() {
        assertThat(keys(Map.of(Variable.FRED_KEY, "own-key")).key(Variable.FRED_KEY))
                .hasValue("own-key");
        assertThat(reads).isZero();
    }

    @Test
    void withoutASecretAKeyIsThatOfTheEnvironmentOrNone() {
        SourceKeys keys = SourceKeys.of(SourceSettings.DEFAULT, clock);

        assertThat(keys.key(Variable.FRED_KEY)).isEmpty();
        assertThat(keys.fault()).isEmpty();
    }

    @Test
    void aKeyThatWasChangedIsUsedAfterFiveMinutes() {
        SourceKeys keys = keys(Map.of());
        assertThat(keys.key(Variable.FRED_KEY)).hasValue("first-key");
        secret = () -> Map.of(FIELD, "second-key");

        clock.step(Duration.ofSeconds(299));
        assertThat(keys.key(Variable.FRED_KEY)).hasValue("first-key");
        assertThat(keys.key(Variable.BLS_KEY)).isEmpty();
        assertThat(reads).isEqualTo(1);
        clock.step(Duration.ofSeconds(1));
        assertThat(keys.key(Variable.FRED_KEY)).hasValue("second-key");
    }

    @Test
    void whileTheSecretCannotBeReadTheKeysOfBeforeStand() {
        SourceKeys keys = keys(Map.of());
        assertThat(keys.key(Variable.FRED_KEY)).hasValue("first-key");
        fail();
        clock.step(Duration.ofMinutes(5));

        assertThat(keys.key(Variable.FRED_KEY)).hasValue("first-key");
        assertThat(keys.fault())
                .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("key-unreachable"));
    }

    @Test
    void aFailureIsTriedAgainAfterAMinute() {
        fail();
        SourceKeys keys = keys(Map.of());
        assertThat(keys.key(Variable.FRED_KEY)).isEmpty();
        secret = () -> Map.of(FIELD, "first-key");

        clock.step(Duration.ofSeconds(59));
        assertThat(keys.key(Variable.FRED_KEY)).isEmpty();
        assertThat(reads).isEqualTo(1);
        clock.step(Duration.ofSeconds(1));
        assertThat(keys.key(Variable.FRED_KEY)).hasValue("first-key");
        assertThat(keys.fault()).isEmpty();
    }

    @Test
    void whatIsNoKeyIsAFaultAndNoMessageShowsIt() {
        for (String value : List.of("two words", "", "line\nend", "größe", "x".repeat(1_001))) {
            secret = () -> Map.of(FIELD, value);
            SourceKeys keys = keys(Map.of());

            assertThat(keys.key(Variable.FRED_KEY)).as(value).isEmpty();
            assertThat(keys.fault()).hasValueSatisfying(fault -> {
                assertThat(fault.code()).isEqualTo("key-not-a-key");
                DeclaredMessages.assertSeen("KeyMessage.NOT_A_KEY", fault.text());
                if (!value.isEmpty()) {
                    assertThat(fault.text()).doesNotContain(value);
                }
            });
        }
    }

    @Test
    void aKeyThatWasReadIsMasked() {
        keys(Map.of()).key(Variable.FRED_KEY);

        assertThat(Secrets.masked("bad key first-key!")).isEqualTo("bad key ***!");
    }
}
