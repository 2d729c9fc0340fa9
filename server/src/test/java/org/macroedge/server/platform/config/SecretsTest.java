package org.macroedge.server.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db?user=me&password=h1dden",
                "jdbc:postgresql://host/db?PASSWORD=h1dden&user=me",
                "jdbc:postgresql://host/db?sslpassword=h1dden",
                "jdbc:postgresql://me:h1dden@host:5432/db",
                "postgres://me:h1dden@host/db",
                "refused: \"password=h1dden\"",
            })
    void noFormOfAnAddressShowsThePassword(String text) {
        assertThat(Secrets.masked(text)).contains("***").doesNotContain("h1dden");
    }

    @Test
    void thePasswordOfTheAddressInUseIsMaskedWhereverItStands() {
        Settings.of(
                Map.of(Variable.DATABASE_URL.key(), "jdbc:postgresql://host/db?user=me&password=s%C3%A9cret-word"),
                note -> {});

        assertThat(Secrets.masked("no user s\u00e9cret-word")).isEqualTo("no user ***");
        assertThat(Secrets.masked("no user s%C3%A9cret-word")).isEqualTo("no user ***");
        assertThat(Secrets.masked("no user S%c3%a9CRET-word, nor S\u00c9CRET-WORD"))
                .isEqualTo("no user ***, nor ***");
    }

    /// As an address has it, as some write JSON, and in another case.
    @ParameterizedTest
    @ValueSource(strings = {"kEy/a+b=c-1", "kEy%2Fa%2Bb%3Dc-1", "kEy\\/a+b=c-1", "KEY%2fA%2bB%3dC-1"})
    void aKeyIsMaskedInEachOfItsForms(String shown) {
        Secrets.keep("kEy/a+b=c-1");

        assertThat(Secrets.masked("token " + shown + " is refused")).isEqualTo("token *** is refused");
        assertThat(Secrets.masked("kEy/a+b=c-1", "token " + shown)).isEqualTo("token ***");
    }

    @Test
    void otherTextsStay() {
        assertThat(Secrets.masked("see https://example.org/a?b=c and passwords"))
                .isEqualTo("see https://example.org/a?b=c and passwords");
    }
}
