package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
                "a: @b|a character that cannot stand there"
            })
    void whatIsWrongIsSaidInOurWords(String text, String reason) {
        byte[] bytes = text.replace("<NL>", "\n").replace("<TAB>", "\t").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> YamlDocument.read("mine.yaml", bytes))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("is not YAML: " + reason);
    }
}
