package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsTest {

    @ParameterizedTest
    @CsvSource({"'', serve", "--port=1, serve --port=1", "--, serve", "-- bias, bias", "bias -- x, bias -- x"})
    void noCommandMeansServeAndDashesBeforeOneMeanNothing(String words, String meant) {
        String[] given = words.isEmpty() ? new String[0] : words.split(" ");

        assertThat(MacroEdgeCommand.withDefault(given)).containsExactly(meant.split(" "));
    }

    @Test
    void anEmptyIdIsWrongUsage() {
        CommandLineRunner.Ended ended = CommandLineRunner.run(Clock.systemUTC(), "explain", "");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.errors()).startsWith("macro-edge: Invalid value for instrument: \"\"");
    }
}
