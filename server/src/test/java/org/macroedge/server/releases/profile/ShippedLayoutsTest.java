package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.server.releases.intake.ReportedRelease;

/// The shipped profiles of calendars that have no connector, on lines written for these tests in the form of real ones.
class ShippedLayoutsTest {

    static final String INVESTING = "data,evento,atual,previsao,anterior\n";
    static final String BY_INDICATOR = "Timestamp,Prelim,Actual,Forecast,Previous,Deviation\n";
    static final String NASDAQ = ",Time (ET),Country,Event,Actual,Consensus,Previous,Date\n";
    static final String METATRADER =
            "id,event_id,code,time,period,revision,actual_value,prev_value,revised_prev_value,forecast_value,multiplier\n";

    static CalendarProfile profile(String name) {
        return new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> ReadRows.CATALOGUE).named(name);
    }

    private static ReadRows read(String profile, String file, String text) {
        ReadRows rows = ReadRows.of(profile(profile), file, text.getBytes(StandardCharsets.UTF_8));
        assertThat(rows.faults).isEmpty();
        return rows;
    }

    private static String line(ReportedRelease row) {
        return row.indicator().id() + " " + row.instant() + (row.dateOnly() ? " date-only" : "") + " period="
                + row.period() + " actual=" + text(row.actual()) + " forecast="
                + (row.forecasts().isEmpty()
                        ? "-"
                        : text(row.forecasts().getFirst().value())) + " previous="
                + text(row.previous());
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "-" : number.toPlainString();
    }

    @Test
    void aMonthInATitleIsThePeriodOfTheFigure() {
        ReadRows rows = read("investing", "us.csv", INVESTING + """
            2022/02/10,CPI (MoM) (Jan),0.6%,0.5%,0.6%
            2022/12/01,Initial Jobless Claims,225K,235K,241K
            2022/01/04,ISM Manufacturing PMI (Dec),58.7,60.0,61.1
            2022/01/26,CB Consumer Confidence (Jan),113.8,111.9,115.2
            2022/01/05,Crude Oil Inventories,-2.144M,,-3.576M
            2022/01/05,FOMC Meeting Minutes,,,
            """);

        assertThat(rows.mapped)
                .extracting(ShippedLayoutsTest::line)
                .containsExactly(
                        "us-cpi-mom 2022-02-10T13:30:00Z date-only period=2022-01-01 actual=0.6 forecast=0.5"
                                + " previous=0.6",
                        "us-unemployment-claims 2022-12-01T13:30:00Z date-only period=null actual=225000"
                                + " forecast=235000 previous=241000",
                        "us-ism-manufacturing-pmi 2022-01-04T15:00:00Z date-only period=2021-12-01 actual=58.7"
                                + " forecast=60.0 previous=61.1",
                        "us-cb-consumer-confidence 2022-01-26T15:00:00Z date-only period=2022-01-01 actual=113.8"
                                + " forecast=111.9 previous=115.2",
                        "us-crude-oil-inventories 2022-01-05T15:30:00Z date-only period=null actual=-2144000"
                                + " forecast=- previous=-3576000");
        assertThat(rows.ignored).isOne();
    }

    @Test
    void prelimTellsTheStagesOfAFigureApart() {
        assertThat(read("investing-by-indicator", "900_320_US_Michigan_Consumer_Sentiment.csv", BY_INDICATOR + """
            2022-05-27 14:00:00,False,58.4,59.1,59.1,-0.7
            2022-05-13 14:00:00,True,59.1,64.0,65.2,-4.9
            """)
                        .mapped)
                .extracting(ShippedLayoutsTest::line)
                .containsExactly(
                        "us-revised-uom-consumer-sentiment 2022-05-27T14:00:00Z period=null actual=58.4 forecast=59.1"
                                + " previous=59.1",
                        "us-prelim-uom-consumer-sentiment 2022-05-13T14:00:00Z period=null actual=59.1 forecast=64.0"
                                + " previous=65.2");
    }

    @Test
    void newYorksClockPlusAnHourIsNewYorksTime() {
        ReadRows rows = read("nasdaq", "2022.csv", NASDAQ + """
            0,09:30,United States,Nonfarm Payrolls,431K,490K,750K,2022-04-01
            1,11:00,United States,Construction Spending,0.5%,1.0%,-,2022-04-01
            2,09:30,United States,CPI,0.3%,0.2%,1.2%,2022-05-11
            3,09:30,United States,CPI,8.3%,8.1%,8.5%,2022-05-11
            4,11:30,United States,Natural Gas Storage,-31B,-54B,-136B,2022-01-06
            """);

        assertThat(rows.mapped)
                .extracting(ShippedLayoutsTest::line)
                .containsExactly(
                        "us-nonfarm-payrolls 2022-04-01T12:30:00Z period=null actual=431000 forecast=490000"
                                + " previous=750000",
                        "us-construction-spending-mom 2022-04-01T14:00:00Z period=null actual=0.5 forecast=1.0"
                                + " previous=-",
                        "us-natural-gas-storage 2022-01-06T15:30:00Z period=null actual=-31000000000"
                                + " forecast=-54000000000 previous=-136000000000");
        assertThat(rows.unmapped).containsExactly("United States CPI", "United States CPI");
    }

    @Test
    void documentedFieldsOfMetaTraderAreReadInBaseUnits() {
        List<ReportedRelease> rows = read("metatrader5", "calendar.csv", METATRADER + """
            167675,840030016,US,2022.07.08 15:30:00,2022.06.01 00:00:00,0,372000000,390000000,384000000,268000000,1
            167676,840030015,US,2022.07.08 15:30,2022.06.01 00:00,0,3600000,3600000,-9223372036854775808,3600000,CALENDAR_MULTIPLIER_NONE
            167677,124010014,CA,2022.07.08 15:30:00,1970.01.01 00:00:00,0,-9223372036854775808,5100000,-9223372036854775808,0,0
            """).mapped;

        assertThat(rows)
                .extracting(ShippedLayoutsTest::line)
                .containsExactly(
                        "us-nonfarm-payrolls 2022-07-08T12:30:00Z period=2022-06-01 actual=372000 forecast=268000"
                                + " previous=390000",
                        "us-unemployment-rate 2022-07-08T12:30:00Z period=2022-06-01 actual=3.6 forecast=3.6"
                                + " previous=3.6",
                        "ca-unemployment-rate 2022-07-08T12:30:00Z period=null actual=- forecast=0 previous=5.1");
        assertThat(rows).extracting(ReportedRelease::eventId).containsExactly("167675", "167676", "167677");
    }

    @Test
    void aPeriodWithoutAYearIsTheLastThatHadBegunAMonthLater() {
        assertThat(List.of("2022/01/03", "2022/01/31", "2022/02/01", "2022/11/30"))
                .extracting(date -> read("investing", "us.csv", INVESTING + date + ",CPI (YoY) (Dec),1%,1%,1%\n")
                        .mapped
                        .getFirst()
                        .period())
                .containsExactly(
                        LocalDate.parse("2021-12-01"),
                        LocalDate.parse("2021-12-01"),
                        LocalDate.parse("2021-12-01"),
                        LocalDate.parse("2022-12-01"));
        assertThat(read("investing", "us.csv", INVESTING + "2022/01/28,CPI (YoY) (Q4),1%,1%,1%\n")
                        .mapped
                        .getFirst()
                        .period())
                .isEqualTo(LocalDate.parse("2021-10-01"));
    }

    @Test
    void ofAReleaseThatStandsTwiceAnHourApartBothRowsAreRead() {
        assertThat(read("investing-by-indicator", "10000_227_US_Nonfarm_Payrolls.csv", BY_INDICATOR + """
            2023-02-03 14:30:00,False,517K,185K,260K,332.0
            2023-02-03 13:30:00,False,517K,185K,260K,332.0
            """).mapped)
                .extracting(ReportedRelease::instant)
                .containsExactly(Instant.parse("2023-02-03T14:30:00Z"), Instant.parse("2023-02-03T13:30:00Z"));
    }
}
