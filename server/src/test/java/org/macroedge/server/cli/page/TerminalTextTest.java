package org.macroedge.server.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {

    @ParameterizedTest
    @CsvSource({
        "1b, \\u001b",
        "9b, \\u009b",
        "0, \\u0000",
        "7f, \\u007f",
        "a, \\n",
        "d, \\r",
        "9, \\t",
        "202e, \\u202e",
        "2066, \\u2066",
        "200f, \\u200f",
        "61c, \\u061c",
        "feff, \\ufeff",
        "2028, \\u2028",
        "2029, \\u2029",
        "d800, \\ud800",
        "e0001, \\u{e0001}",
    })
    void aLetterThatIsAnOrderIsShownAsAnEscape(String letter, String shown) {
        assertThat(TerminalText.of("a" + Character.toString(Integer.parseInt(letter, 16)) + "b"))
                .isEqualTo("a" + shown + "b");
    }

    @Test
    void otherTextStaysAsItIs() {
        String text = "Zürich, 日本, “CPI” – 5 % 😀";

        assertThat(TerminalText.of(text)).isEqualTo(text);
    }

    @Test
    void aLongTextIsCut() {
        assertThat(TerminalText.of("abcdef", 6)).isEqualTo("abcdef");
        assertThat(TerminalText.of("abcdefg", 6)).isEqualTo("abcdef…");
        assertThat(TerminalText.of("\u001bbcdefg", 6)).isEqualTo("\\u001bbcdef…");
    }

    @Test
    void linesStayWhereATextHasItsOwn() {
        assertThat(TerminalText.lines("a\nb\u001b")).isEqualTo("a\nb\\u001b");
    }
}
