package org.macroedge.server.sources.fred;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Composes answers in the form that FRED documents.
final class FredAnswers {

    /// Employment of five months, each as it stood from one day to another; that of June is missing.
    static final String PAYROLLS = of(
            "2024-01-01",
            "2026-06-01 2026-07-02 9999-12-31 .",
            "2026-07-01 2026-08-07 9999-12-31 159000",
            "2026-08-01 2026-09-04 2026-10-01 159286",
            "2026-08-01 2026-10-02 9999-12-31 159300",
            "2026-09-01 2026-10-02 2026-11-05 159381",
            "2026-09-01 2026-11-06 9999-12-31 159370",
            "2026-10-01 2026-11-06 9999-12-31 159500");

    private FredAnswers() {}

    /// @param start of observations and of the real-time period
    /// @param rows date, first day, last day and value
    static String of(String start, String... rows) {
        LocalDate day = LocalDate.parse(start);
        return of(day, day, LocalDate.parse("9999-12-31"), rows);
    }

    /// @param rows date, first day, last day and value
    static String of(LocalDate observations, LocalDate start, LocalDate end, String... rows) {
        String figures = Arrays.stream(rows)
                .map(row -> row.split(" "))
                .map(cells -> "{\"realtime_start\":\"%s\",\"realtime_end\":\"%s\",\"date\":\"%s\",\"value\":\"%s\"}"
                        .formatted(cells[1], cells[2], cells[0], cells[3]))
                .collect(Collectors.joining(","));
        return "{\"realtime_start\":\"%s\",\"realtime_end\":\"%s\",\"observation_start\":\"%s\","
                        .formatted(start, end, observations)
                + "\"observation_end\":\"9999-12-31\",\"units\":\"lin\",\"output_type\":1,\"file_type\":\"json\","
                + "\"order_by\":\"observation_date\",\"sort_order\":\"asc\",\"count\":" + rows.length
                + ",\"offset\":0,\"limit\":100000,\"observations\":[" + figures + "]}";
    }
}
