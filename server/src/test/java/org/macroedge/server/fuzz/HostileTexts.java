package org.macroedge.server.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/// Texts in place of cells: numbers, dates and titles that are nearly what a calendar writes, and texts that break what
/// reads them.
final class HostileTexts {

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "+5",
            "--5",
            "+-5",
            "-+5",
            "5-",
            "- 5",
            "1,5",
            "1.5",
            "1,500",
            "1.500",
            "1.234,5",
            "1,234.5",
            "12,34",
            ".5",
            "5.",
            ".",
            ",",
            "1e5",
            "1E400",
            "1e-400",
            "0x10",
            "NaN",
            "Infinity",
            "-Infinity",
            "\u0661\u0662",
            "\u00bd",
            "1 000",
            "1\u00a0000",
            "1_000",
            "\u22125",
            "$5",
            "$$5",
            "-$5",
            "$-5",
            "$-$5",
            "~5",
            "(5)",
            "((5))",
            "(-5)",
            "($5)",
            "(5",
            "5)",
            "<5",
            "<<5",
            ">5%",
            "\u22645",
            "5%",
            "5%%",
            "% 5",
            "5K",
            "5k",
            "5 K",
            "5KK",
            "5Kk",
            "5bn",
            "5M",
            "5T",
            "1|2",
            "|",
            "|2",
            "1|",
            "5r",
            "5 r r",
            "r5",
            "5 (p)",
            "(p)",
            "1-2",
            "1-2%",
            "1 to 2K",
            "-1--2",
            "1-",
            "1\u20132",
            "9".repeat(60),
            "9".repeat(61),
            "1" + "0".repeat(400),
            "0." + "0".repeat(57) + "1",
            "0".repeat(59) + "7",
            "",
            " ",
            "-",
            "n/a",
            "N/A",
            "null",
            "=1+1",
            "'5",
            "5'",
            "\"5\"",
            "5\u0000",
            "\ufeff5",
            "5\u200b",
            "5\n",
            "#N/A");
    private static final List<String> TIMES = List.of(
            "2021-02-30T08:30:00-04:00",
            "2021-06-31T08:30:00-04:00",
            "2020-02-29T08:30:00-05:00",
            "2021-02-29T08:30:00-05:00",
            "0000-00-00T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "1899-12-31T00:00:00Z",
            "1900-01-01T00:00:00Z",
            "2024-02-02T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "+12021-06-04T00:00:00Z",
            "-2021-06-04T00:00:00Z",
            "2021-06-04T24:00:00Z",
            "2021-06-04T23:59:60Z",
            "2021-06-04T12:30:00+19:00",
            "2021-06-04T12:30:00+18:00",
            "2021-06-04T12:30:00.999Z",
            "2021-06-04t12:30:00z",
            "2021-06-04 12:30:00",
            "2021-06-04T12:30",
            "2021-06-04",
            "2021-6-4T12:30:00Z",
            "\u0662\u0660\u0662\u0661-06-04T12:30:00Z",
            "2021-06-04T12:30:00Z ",
            "04/06/2021",
            "13/13/2021",
            "03/14/2021",
            "11/07/2021",
            "02/29/2021",
            "07/04/1776",
            "28.03.2021",
            "31.10.2021",
            "29.02.2021",
            "1.1.2021",
            "32.01.2021",
            "01.01.21",
            "02:30",
            "01:30",
            "24:00",
            "25:61",
            "2:30",
            "14.30",
            "02:30 PM",
            "All Day",
            "All Day ",
            "all day",
            "Tentative",
            "",
            "44351",
            "44351.5",
            "-1",
            "0",
            "60",
            "2958466",
            "1e9",
            "2021-06-04 12:30");
    private static final List<String> TITLES = List.of(
            "Payrolls",
            "payrolls",
            " Payrolls ",
            "Jobless Rate",
            "CPI y/y",
            "CPI",
            "Nonfarm jobs",
            "=cmd|'/c calc'!A0",
            "'=Payrolls",
            "@x",
            "\u202eslloryaP",
            "\ud83d\ude00",
            "\ud83d",
            "Payrolls\u0000",
            "Payrolls\r",
            "a\"b",
            "\"a\"b",
            "\"",
            "\"\"",
            "\"\"\"",
            "DE",
            "US",
            "<script>",
            "{}",
            "[]",
            "\u00e4",
            "\u00c3\u00a4",
            "event",
            "at",
            "\ufeffevent",
            "../..",
            "NULL",
            "");

    private final SplittableRandom random;

    HostileTexts(SplittableRandom random) {
        this.random = random;
    }

    /// A text in place of another, mostly of its kind.
    String like(String old) {
        if (random.nextInt(400) == 0) {
            return pick(List.of("x", "9", "\u00e9")).repeat(1_000_000);
        }
        boolean time = old.matches(".*[0-9]{2}[-:./T].*[0-9].*");
        boolean number = old.matches("[(<~$+-]*[0-9].*");
        return switch (random.nextInt(8)) {
            case 0 -> pick(NUMBERS);
            case 1 -> pick(TIMES);
            case 2 -> pick(TITLES);
            case 3 -> changed(old);
            default -> pick(time ? TIMES : number ? NUMBERS : TITLES);
        };
    }

    /// A number as JSON writes it, and as it does not.
    String jsonNumber() {
        return pick(List.of(
                "1e2",
                "1E+2",
                "1e400",
                "-1e-400",
                "1e999999999",
                "1e9999999999",
                "01",
                "+1",
                ".5",
                "5.",
                "-",
                "-0",
                "NaN",
                "true",
                "null",
                "9".repeat(61),
                "9".repeat(1_100),
                "0." + "3".repeat(200),
                "{}",
                "[]",
                "\"\"",
                "tru"));
    }

    private String changed(String old) {
        if (old.isEmpty()) {
            return pick(NUMBERS);
        }
        int index = random.nextInt(old.length());
        char letter = (char) random.nextInt(random.nextBoolean() ? 128 : 0xFFFF);
        return switch (random.nextInt(3)) {
            case 0 -> old.substring(0, index) + letter + old.substring(index + 1);
            case 1 -> old.substring(0, index) + letter + old.substring(index);
            default -> old.substring(0, index) + old.substring(index + 1);
        };
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
