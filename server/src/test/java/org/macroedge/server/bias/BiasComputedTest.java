package org.macroedge.server.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.macroedge.server.events.Event;

class BiasComputedTest {

    private static final Instant RECORDED_AT = Instant.parse("2022-01-07T13:30:02Z");

    /// As the log of a store has them that an earlier version wrote.
    @Test
    void eventsOfEarlierVersionsAreRead() {
        BiasComputed second = read(2, """
            {"weightSet":"default","instrument":"EURUSD","from":"2022-01-07T13:30:00Z","asOf":"2022-01-07T13:30:00Z",
             "runId":"3f0c5d1e9a7b","recordedAt":"2022-01-07T13:30:01Z","score":-31.4,"label":"bearish","z":-0.81}\
            """);
        assertThat(second.recordedAt()).isEqualTo(Instant.parse("2022-01-07T13:30:01Z"));
        assertThat(second.z()).isEqualTo(-0.81);
        assertThat(second.weightsPrior()).isFalse();

        BiasComputed first = read(1, """
            {"weightSet":"default","instrument":"EURUSD","from":"2022-01-07T13:30:00Z","asOf":"2022-01-07T13:30:00Z",
             "runId":"3f0c5d1e9a7b"}\
            """);
        assertThat(first.recordedAt()).isEqualTo(RECORDED_AT);
        assertThat(first.z()).isNull();
        assertThat(first.weightsPrior()).isFalse();
    }

    private static BiasComputed read(int version, String payload) {
        return BiasComputed.of(new Event(7, BiasComputed.TYPE, version, "EURUSD", RECORDED_AT, payload));
    }
}
