package org.macroedge.server.platform.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN =
            List.of("EURUSD", "EURCHF", "EURGBP", "GBPUSD", "SPX", "us-cpi-yoy", "gb-cpi-yoy", "us-nonfarm-payrolls");

    @ParameterizedTest
    @CsvSource({
        "EURSUD, EURUSD",
        "eurusd, EURUSD",
        "sxp, SPX",
        "uk-cpi-yoy, us-cpi-yoy gb-cpi-yoy",
        "us-cpi-yy, us-cpi-yoy",
        "payrolls, us-nonfarm-payrolls",
        "EUR, EURCHF EURGBP EURUSD",
        "TSLA, ''",
        "UK, ''",
        "-, ''"
    })
    void onlyWordsAFewSlipsAwayOrWithTheWordInThemAreSuggested(String word, String suggested) {
        assertThat(String.join(" ", Nearest.to(word, KNOWN))).isEqualTo(suggested);
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0", "abc, abc, 0", "abc, acb, 1", "abc, '', 3", "kitten, sitting, 3", "ca, abc, 3"})
    void theDistanceCountsLettersToInsertDeleteReplaceOrSwap(String from, String to, int distance) {
        assertThat(Nearest.distance(from, to)).isEqualTo(distance);
        assertThat(Nearest.distance(to, from)).isEqualTo(distance);
    }

    @Test
    void atMostThreeAreSuggested() {
        assertThat(Nearest.to("ab", List.of("aa", "ab", "ac", "ad", "ae"))).containsExactly("ab", "aa", "ac");
    }
}
