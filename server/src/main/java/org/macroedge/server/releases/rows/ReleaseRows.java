package org.macroedge.server.releases.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.platform.database.InstantColumn;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.releases.FactReader;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.NearestReleases;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.SourceOrder;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.releases.intake.ForecastText;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds the rows that a published release comes from.
final class ReleaseRows {

    private static final String ROWS = """
        SELECT number, statement.source, title, file, line, instant, date_only, shifted, period, actual, previous, forecasts,
               batch.id AS batch, batch.recorded_at
        FROM statement JOIN batch ON batch.id = statement.batch
        WHERE number = ANY (:numbers::bigint[]) AND instant <= :asOf::timestamptz
        ORDER BY number = :standing DESC, array_position(:sources::text[], statement.source), number DESC
        """;

    private final JdbcClient jdbc;
    private final ReleaseReader releases;
    private final Clock clock;

    ReleaseRows(JdbcClient jdbc, ReleaseReader releases, Clock clock) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.clock = clock;
    }

    /// The rows of a release that was published by the time of a query.
    ///
    /// @throws MacroEdgeException with `unknown-release`, naming the three nearest
    RawRelease of(String text, Query query) {
        String id = NearestReleases.id(text);
        KnownReleases known = releases.asKnown(query.recordedAt(), NearestReleases.indicator(id));
        Instant asOf = Objects.requireNonNullElse(query.asOf(), clock.instant());
        ReleaseId release = published(known, id, asOf).orElseThrow(() -> NearestReleases.unknown(id, known, releases));
        SourceOrder order = new SourceOrder(known.catalogue());
        StoredFacts facts = new FactReader(jdbc, List.of(release.indicator().value())).inForce(known.recordedAt());
        List<Print> prints = facts.prints().stream()
                .filter(print -> print.release().equals(release))
                .sorted((print, other) -> order.compare(print.source(), other.source()))
                .toList();
        LongStream forecasts = facts.forecasts().stream()
                .filter(forecast -> forecast.release().equals(release))
                .mapToLong(Forecast::statement);
        long[] numbers = LongStream.concat(
                        prints.stream()
                                .map(Print::statements)
                                .flatMap(List::stream)
                                .mapToLong(Long::longValue),
                        forecasts)
                .distinct()
                .toArray();
        String[] sources = prints.stream().map(Print::source).toArray(String[]::new);
        return new RawRelease(id, release.indicator().value(), rows(numbers, asOf, standing(prints), sources));
    }

    private static Optional<ReleaseId> published(KnownReleases known, String id, Instant asOf) {
        return known.releases().stream()
                .filter(release -> release.releaseId().value().equals(id))
                .filter(release -> !release.releasedAt().isAfter(asOf))
                .map(ObservedRelease::releaseId)
                .findFirst();
    }

    private static long standing(List<Print> prints) {
        return prints.getFirst().statements().getLast();
    }

    private List<RawRow> rows(long[] numbers, Instant asOf, long standing, String[] sources) {
        return jdbc.sql(ROWS)
                .param("numbers", numbers)
                .param("asOf", asOf.toString())
                .param("standing", standing)
                .param("sources", sources)
                .query((row, number) -> row(row, standing))
                .list();
    }

    private static RawRow row(ResultSet row, long standing) throws SQLException {
        String file = row.getString("file");
        return new RawRow(
                row.getLong("number") == standing,
                row.getString("source"),
                file.isEmpty() ? null : file,
                file.isEmpty() ? null : row.getLong("line"),
                row.getString("title"),
                InstantColumn.of(row, "instant"),
                row.getBoolean("date_only"),
                row.getBoolean("shifted"),
                row.getObject("period", LocalDate.class),
                row.getBigDecimal("actual"),
                row.getBigDecimal("previous"),
                ForecastText.read(row.getString("forecasts")).stream()
                        .map(RawRow.RawForecast::of)
                        .toList(),
                row.getLong("batch"),
                InstantColumn.of(row, "recorded_at"));
    }
}
