package org.macroedge.server.releases.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.platform.database.InstantColumn;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.releases.FactReader;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.SourceOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds the releases of which sources say different things. Only indicators of which several sources spoke are read.
public final class Conflicts {

    private static final String OF_SEVERAL_SOURCES = """
        SELECT DISTINCT split_part(release, '@', 1) AS indicator
        FROM (SELECT release, source FROM print UNION SELECT release, source FROM schedule) AS said
        GROUP BY release HAVING count(*) > 1
        """;
    private static final String ROWS = """
        SELECT number, title, file, line, batch.id AS batch, batch.recorded_at
        FROM statement JOIN batch ON batch.id = statement.batch
        WHERE number = ANY (:numbers::bigint[])
        """;
    private static final Comparator<SourceClaims> LATEST_FIRST = Comparator.comparing(
                    SourceClaims::instant, Comparator.reverseOrder())
            .thenComparing(claims -> claims.release().value());

    private record Row(String title, String file, long line, long batch, Instant recordedAt) {}

    private final JdbcClient jdbc;
    private final ReleaseReader releases;
    private final CatalogueInForce catalogue;

    Conflicts(JdbcClient jdbc, ReleaseReader releases, CatalogueInForce catalogue) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.catalogue = catalogue;
    }

    /// The conflicts known at the times of a query.
    public ConflictList list(Query query, ConflictSelection selection) {
        Instant recordedAt = query.recordedAt() == null ? releases.latestRecordTime() : query.recordedAt();
        Catalogue inForce = catalogue.at(recordedAt);
        SourceOrder order = new SourceOrder(inForce);
        Map<String, Indicator> indicators = indicators(inForce, selection);
        List<SourceClaims> found = indicators.isEmpty()
                ? List.of()
                : SourceClaims.of(
                                new FactReader(jdbc, List.copyOf(indicators.keySet())).inForce(recordedAt),
                                indicators,
                                order,
                                query.asOf())
                        .stream()
                        .filter(claims -> selection.contains(claims.instant()))
                        .filter(claims -> !claims.kinds().isEmpty())
                        .sorted(LATEST_FIRST)
                        .toList();
        List<SourceClaims> shown = found.subList(0, Math.min(selection.limit(), found.size()));
        Map<Long, Row> rows = rows(shown);
        return new ConflictList(
                query.asOf(),
                recordedAt,
                found.size(),
                shown.stream().map(claims -> conflict(claims, rows, order)).toList());
    }

    private Map<String, Indicator> indicators(Catalogue inForce, ConflictSelection selection) {
        Map<String, Indicator> indicators = new HashMap<>();
        List<String> ids = jdbc.sql(OF_SEVERAL_SOURCES)
                .query((row, number) -> row.getString("indicator"))
                .list();
        for (String id : ids) {
            inForce.indicator(id).filter(selection::contains).ifPresent(indicator -> indicators.put(id, indicator));
        }
        return indicators;
    }

    private Map<Long, Row> rows(List<SourceClaims> shown) {
        Map<Long, Row> rows = new HashMap<>();
        long[] numbers = shown.stream()
                .flatMap(claims -> claims.claims().stream())
                .flatMapToLong(claim -> LongStream.of(claim.statement()))
                .toArray();
        jdbc.sql(ROWS).param("numbers", numbers).query(row -> {
            rows.put(row.getLong("number"), row(row));
        });
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("title"),
                row.getString("file"),
                row.getLong("line"),
                row.getLong("batch"),
                InstantColumn.of(row, "recorded_at"));
    }

    private static Conflict conflict(SourceClaims claims, Map<Long, Row> rows, SourceOrder order) {
        Indicator indicator = claims.indicator();
        List<SourceClaims.Said> said = claims.claims();
        String winner = said.getFirst().source();
        boolean tied = order.precedence(winner) == order.precedence(said.get(1).source());
        return new Conflict(
                claims.release().value(),
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                indicator.unit(),
                indicator.step(),
                claims.kinds().stream().map(ConflictKind::code).toList(),
                claims.instant(),
                claims.scheduleTime(),
                winner,
                (tied ? WinReason.NAME : WinReason.PRECEDENCE).code(),
                IntStream.range(0, said.size())
                        .mapToObj(place -> claim(
                                place == 0,
                                said.get(place),
                                order,
                                Objects.requireNonNull(rows.get(said.get(place).statement()))))
                        .toList());
    }

    private static Claim claim(boolean stands, SourceClaims.Said said, SourceOrder order, Row row) {
        boolean placed = !row.file().isEmpty();
        return new Claim(
                stands,
                said.source(),
                order.precedence(said.source()),
                said.actual(),
                said.previous(),
                said.period(),
                said.instant(),
                said.dateOnly(),
                said.capturedAt(),
                row.title(),
                placed ? row.file() : null,
                placed ? row.line() : null,
                row.batch(),
                row.recordedAt());
    }
}
