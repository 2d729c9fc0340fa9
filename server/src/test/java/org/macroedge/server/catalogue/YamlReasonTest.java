package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReasonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a:<NL><TAB>b: 1|a tab, where only blanks may indent",
                "a: *b|an alias whose anchor does not exist",
                "a: [1|the text ends in the middle of a value",
                "a: 'b|the text ends in the middle of a value",
                "a: b: c|a colon in a text without quotes, or a wrong indentation",
                "a: 1<NL>b<NL>c: 2|a field without a colon",
                "a: \"\\q\"|an unknown escape in a quoted text",
                "- a<NL>b: 1|an entry whose indentation does not fit the lines around it",
                "a: @b|a character that cannot stand there",
                "a: &x [*x]|an alias inside its own anchor, which has no end",
                "&x {source: *x}|an alias inside its own anchor, which has no end",
                "a: &x {b: {c: [1, *x]}}|an alias inside its own anchor, which has no end"
            })
    void whatIsWrongIsSaidInOurWords(String text, String reason) {
        byte[] bytes = text.replace("<NL>", "\n").replace("<TAB>", "\t").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> YamlDocument.read("mine.yaml", bytes))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("is not YAML: " + reason);
    }

    /// Each line repeats the one before it twice; a short text would have more entries than fit in memory.
    @Test
    void aliasesOfAliasesAreRefusedBeforeAnybodyFollowsThem() {
        StringBuilder text = new StringBuilder("a0: &a0 [1, 2]\n");
        for (int line = 1; line < 25; line++) {
            text.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(line, line - 1));
        }
        assertThatThrownBy(() -> YamlDocument.read("mine.yaml", text.toString().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("is not YAML: aliases that repeat the same lines too often");
    }

    /// Opening a pipe waits for whoever writes to it.
    @Test
    @Timeout(20)
    void aPipeIsNoFile(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("indices.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> YamlDocument.read(pipe))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("cannot be read: it is not a file");
    }

    @Test
    void anAliasThatEndsIsRead() {
        byte[] text = "a: &x [1, 2]\nb: *x\nc: {d: *x}".getBytes(StandardCharsets.UTF_8);

        assertThat(YamlDocument.read("mine.yaml", text).json())
                .hasToString("{\"a\":[1,2],\"b\":[1,2],\"c\":{\"d\":[1,2]}}");
    }
}
