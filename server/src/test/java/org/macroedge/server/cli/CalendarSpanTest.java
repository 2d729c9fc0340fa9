package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarSpanTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant AS_OF = Instant.parse("2021-09-03T23:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "today, 2021-09-03T22:00:00Z, 2021-09-04T21:59:59.999999Z",
        "Yesterday, 2021-09-02T22:00:00Z, 2021-09-03T21:59:59.999999Z",
        "tomorrow, 2021-09-04T22:00:00Z, 2021-09-05T21:59:59.999999Z",
        "2021-03-28, 2021-03-27T23:00:00Z, 2021-03-28T21:59:59.999999Z"
    })
    void aDayIsOneOfTheReadersZone(String day, Instant from, Instant to) {
        assertThat(CalendarSpan.of(day, BERLIN, () -> AS_OF)).isEqualTo(new CalendarSpan(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "someday", "2021-02-30", "2021-09-03T12:30Z", "-999999999-01-01"})
    void anythingElseIsNoDay(String day) {
        assertThatThrownBy(() -> CalendarSpan.of(day, BERLIN, () -> AS_OF))
                .hasMessage(
                        "\"" + day + "\" is not a day. Write today, yesterday, tomorrow or a date such as 2021-09-03");
    }
}
