package org.macroedge.server.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

class PartMetersTest {

    @ParameterizedTest
    @CsvSource({"UP,1", "DOWN,0", "OUT_OF_SERVICE,0", "SLOWER,0", "UNKNOWN,NaN"})
    void onlyWhatIsUpWorksAndWhatIsUnknownIsNeither(String status, double value) {
        assertThat(Double.compare(PartMeters.value(new Status(status)), value)).isZero();
    }
}
