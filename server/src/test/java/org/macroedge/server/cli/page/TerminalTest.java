package org.macroedge.server.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    private static final int PIPE = Terminal.UNLIMITED;

    @ParameterizedTest
    @CsvSource({
        "'',           true,  132, 132",
        "'',           true,  0,   80",
        "'',           true,  20,  40",
        "'',           false, 132, " + PIPE,
        "COLUMNS=100,  true,  132, 100",
        "COLUMNS=100,  false, 0,   100",
        "COLUMNS=7,    true,  132, 40",
        "COLUMNS=0,    true,  132, 132",
        "COLUMNS=wide, true,  132, 132",
        "COLUMNS=,     true,  132, 132",
        "COLUMNS=99999,true,  132, 10000"
    })
    void theWidthComesFromColumnsThenFromTheTerminal(String variables, boolean isTerminal, int measured, int width) {
        assertThat(Terminal.of(environment(variables), isTerminal, () -> measured, true)
                        .width())
                .isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                          true,  true",
        "'',                          false, false",
        "NO_COLOR=1,                  true,  false",
        "NO_COLOR=,                   true,  true",
        "TERM=dumb,                   true,  false",
        "CLICOLOR_FORCE=1,            false, true",
        "CLICOLOR_FORCE=0,            false, false",
        "CLICOLOR_FORCE=1 NO_COLOR=1, true,  false"
    })
    void coloursNeedATerminalOrAreForcedAndCanBeSwitchedOff(String variables, boolean isTerminal, boolean isColoured) {
        assertThat(Terminal.of(environment(variables), isTerminal, () -> 80, true)
                        .isColoured())
                .isEqualTo(isColoured);
    }

    private static Map<String, String> environment(String variables) {
        return Stream.of(variables.strip().split(" "))
                .filter(variable -> !variable.isEmpty())
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    @Test
    void ourOwnLettersAreWrittenOutInAscii() {
        String text = "\u22122.8\u03c3, 98% \u00d7 97%, +1 \u2192 \u2013";

        assertThat(new Terminal(80, false, false).shown(text)).isEqualTo("-2.8 sd, 98% x 97%, +1 -> -");
        assertThat(Terminal.PIPE.shown(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"24 132, 132", "'24 132\n', 132", "0 0, 0", "'', 0", "stty, 0"})
    void theSizeOfATerminalIsRowsThenColumns(String size, int columns) {
        assertThat(TerminalProbe.columns(size)).isEqualTo(columns);
    }
}
