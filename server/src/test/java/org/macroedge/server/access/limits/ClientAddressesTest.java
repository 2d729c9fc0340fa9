package org.macroedge.server.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.platform.config.AddressRange;
import org.macroedge.server.platform.web.ClientNetwork;

class ClientAddressesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "client-addresses.csv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 1_000)
    void aForwardedAddressCountsAsFarAsOurProxiesWroteIt(
            String name, @Nullable String proxies, String connection, @Nullable String lines, String address) {
        List<AddressRange> ranges = Stream.ofNullable(proxies)
                .map(proxy -> AddressRange.of(proxy).orElseThrow())
                .toList();
        List<String> header = lines == null ? List.of() : List.of(lines.split("; "));

        assertThat(new ClientAddresses(ranges).of(connection, header)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "client-networks.csv", delimiter = '|', numLinesToSkip = 1)
    void theAddressesThatOneMachineCanChooseFromCountAsOne(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }
}
