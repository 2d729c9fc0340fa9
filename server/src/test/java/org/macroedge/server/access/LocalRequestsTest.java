package org.macroedge.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalRequestsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080", "127.0.0.1"})
    void aProgramOnThisMachineIsAllowed(String host) {
        assertThat(LocalRequests.allowed(host, null)).isTrue();
    }

    @Test
    void thePageOfThisServerIsAllowed() {
        assertThat(LocalRequests.allowed("127.0.0.1:8080", "http://127.0.0.1:8080"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:8080", "10.0.0.5:8080", "", "127.0.0.1@evil:80"})
    void aNameThatOnlyResolvesToThisMachineIsRefused(String host) {
        assertThat(LocalRequests.allowed(host, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "https://127.0.0.1:8080", "http://127.0.0.1:9090", "not a uri"})
    void aForeignPageIsRefused(String origin) {
        assertThat(LocalRequests.allowed("127.0.0.1:8080", origin)).isFalse();
    }

    @Test
    void aRequestWithoutHostIsRefused() {
        assertThat(LocalRequests.allowed(null, null)).isFalse();
    }
}
