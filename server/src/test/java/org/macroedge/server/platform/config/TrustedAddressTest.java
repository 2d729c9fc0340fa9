package org.macroedge.server.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TrustedAddressTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "address-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void onlyThisMachineIsAskedWithoutEncryption(String address, boolean server, boolean page) {
        assertThat(TrustedAddress.isServer(address)).isEqualTo(server);
        assertThat(TrustedAddress.isPage(address)).isEqualTo(page);
    }
}
