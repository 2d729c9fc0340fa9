package org.macroedge.server.sources.boe;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.Observation;

/// Asks the database of the bank for all series at once, as XML.
final class BankOfEnglandConnector implements SeriesConnector {

    static final String ID = "boe";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "actuals of Bank Rate",
            URI.create("https://www.bankofengland.co.uk/boeapps/database/_iadb-fromshowcolumns.asp"),
            new FetchPolicy(5, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 8L << 20, false),
            "5 requests a minute; all series in one request",
            Duration.ofMinutes(3),
            null,
            false,
            false);

    /// Before today; some decisions, and the rate before each.
    private static final int DAYS = 120;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MMM/uuuu", Locale.ENGLISH);

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today) {
        URI address = URI.create(access.address() + "?CodeVer=new&xml.x=yes&Datefrom="
                + DAY.format(today.minusDays(DAYS)) + "&Dateto=now&SeriesCodes=" + String.join(",", keys));
        return List.of(new Asked(FetchRequest.get(ID, "series", address, "text/xml"), keys));
    }

    @Override
    public List<Observation> read(Payload payload, List<String> keys) {
        return BankOfEnglandAnswer.read(payload, keys);
    }
}
