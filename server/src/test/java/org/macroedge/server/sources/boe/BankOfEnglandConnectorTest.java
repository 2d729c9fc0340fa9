package org.macroedge.server.sources.boe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedRates;
import org.macroedge.server.sources.series.Observation;

/// What is asked of the bank, and what its answers mean. The answers are composed.
class BankOfEnglandConnectorTest {

    private static final BankOfEnglandConnector CONNECTOR = new BankOfEnglandConnector();
    private static final List<String> KEYS = List.of("IUDBEDR", "LPMVWYR");
    private static final Instant FETCHED = Instant.parse("2026-11-09T09:35:00Z");

    private static final String ANSWER = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Envelope xmlns="http://www.gesmes.org/xml/2002-08-01">
         <Cube xmlns="https://www.bankofengland.co.uk/website/agg_series" SCODE="IUDBEDR" DESC="Official Bank Rate">
          <Cube FREQ_NAME="Daily" FREQ_CODE="D" FREQ_ORD="1"/>
          <Cube FIRST_OBS="1975-01-02" LAST_OBS="2026-11-06"/>
          <Cube TIME="2026-11-04" OBS_VALUE="4" OBS_CONF="N" LAST_UPDATED="2026-11-05 09:30:00"/>
          <Cube TIME="2026-11-05" OBS_VALUE="" OBS_CONF="N"/>
          <Cube TIME="2026-11-06" OBS_VALUE="3.75" OBS_CONF="N"/>
         </Cube>
         <Cube SCODE="LPMVWYR" DESC="Notes and coin">
          <Cube FREQ_NAME="Monthly" FREQ_CODE="M" FREQ_ORD="7"/>
          <Cube TIME="2026-09-30" OBS_VALUE="92105" OBS_CONF="N"/>
         </Cube>
        </Envelope>
        """;

    private static List<Observation> read(String body) {
        return CONNECTOR.read(new Payload("series", body.getBytes(StandardCharsets.UTF_8), FETCHED), KEYS);
    }

    @Test
    void figuresHaveTheirDayOrMonthAndAMissingOneIsNone() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple("IUDBEDR", Frequency.IRREGULAR, LocalDate.parse("2026-11-04"), new BigDecimal("4")),
                        tuple("IUDBEDR", Frequency.IRREGULAR, LocalDate.parse("2026-11-06"), new BigDecimal("3.75")),
                        tuple("LPMVWYR", Frequency.MONTHLY, LocalDate.parse("2026-09-01"), new BigDecimal("92105")));
    }

    @Test
    void allSeriesAreAskedForInOneRequest() {
        URI address = CONNECTOR.contract().address();

        assertThat(CONNECTOR.requests(new SourceAccess(address, null), KEYS, LocalDate.parse("2026-11-09")))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.keys()).isEqualTo(KEYS);
                    assertThat(asked.request().address())
                            .isEqualTo(URI.create(address + "?CodeVer=new&xml.x=yes&Datefrom=12/Jul/2026&Dateto=now"
                                    + "&SeriesCodes=IUDBEDR,LPMVWYR"));
                });
    }

    @Test
    void anAnswerWithoutFiguresIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read("<Envelope/>"))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCODE=\"LPMVWYR\" | SCODE=\"X\" | series X was not asked for, or comes twice",
                "SCODE=\"LPMVWYR\" | SCODE=\"IUDBEDR\" | series IUDBEDR was not asked for, or comes twice",
                "FREQ_CODE=\"D\" | FREQ_CODE=\"W\" | FREQ_CODE \"W\" is neither daily nor monthly",
                "FREQ_CODE=\"D\" | FREQ=\"D\" | a figure has no SCODE, FREQ_CODE, TIME or OBS_VALUE",
                "OBS_VALUE=\"4\" | OBS=\"4\" | a figure has an attribute OBS",
                "OBS_VALUE=\"4\" | OBS_VALUE=\"4%\" | \"4%\" is not a number",
                "TIME=\"2026-11-04\" | DAY=\"2026-11-04\" | a figure has an attribute DAY",
                "<Cube FIRST_OBS | Cube FIRST_OBS | it has a text between its elements: Cube FIRST_OBS",
                "SCODE=\"LPMVWYR\" | CODE=\"LPMVWYR\" | series IUDBEDR has a second FREQ_CODE",
                "<Cube FIRST_OBS | <Cubus FIRST_OBS | it has an element Cubus",
                "2026-11-04 | 2026-11-31 | \"2026-11-31\" is not a day",
                "2026-11-04 | 2026-11-06 | IUDBEDR has 2026-11-06 twice, or before its time",
                "2026-11-06\" OBS | 2026-11-10\" OBS | IUDBEDR has 2026-11-10 twice, or before its time",
                "2026-09-30 | 2026-09-29 | 2026-09-29 is not the last day of a month",
                "OBS_CONF= | OBS_CNF= | a figure has an attribute OBS_CNF",
                "</Envelope> | </Envelop> | it is not XML of the database",
                "<Envelope | <!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><Envelope a=\"&y;\" |"
                        + " it declares a document type"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(CONNECTOR, ANSWER, KEYS, FETCHED, StatedRates::bankOfEngland);
    }
}
