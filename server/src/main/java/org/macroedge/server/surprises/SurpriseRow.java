package org.macroedge.server.surprises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.KnownReleases;

/// A row of table `surprise`. Two rows are equal if PostgreSQL shows them alike: decimals are compared as text, doubles
/// by their bits.
record SurpriseRow(
        String release,
        String indicator,
        Instant releasedAt,
        String actual,
        @Nullable String forecast,
        @Nullable String forecastKind,
        @Nullable String forecastClass,
        @Nullable String surprise,
        @Nullable Double sigma,
        int sigmaObservations,
        @Nullable Double zRaw,
        @Nullable Double z,
        @Nullable String reason,
        String marks,
        ReleaseCells cells) {

    static final String COLUMNS = "release, indicator, released_at, actual, forecast, forecast_kind, forecast_class,"
            + " surprise, sigma, sigma_observations, z_raw, z, reason, marks, "
            + ReleaseCells.COLUMNS;

    static SurpriseRow of(KnownReleases facts, StandardisedSurprise surprise) {
        ObservedForecast forecast = surprise.forecast();
        StandardisedSurprise.Reason reason = surprise.reason();
        return new SurpriseRow(
                surprise.release().releaseId().toString(),
                surprise.release().indicator().toString(),
                surprise.release().releasedAt(),
                surprise.release().actual().toPlainString(),
                forecast == null ? null : forecast.value().toPlainString(),
                forecast == null ? null : forecast.kind().code(),
                forecast == null ? null : forecast.kind().forecastClass().code(),
                ReleaseCells.plain(surprise.surprise()),
                surprise.sigma(),
                surprise.sigmaObservations(),
                surprise.zRaw(),
                surprise.z(),
                reason == null ? null : reason.code(),
                Mark.codes(surprise.marks()).stream().collect(Collectors.joining(",", "{", "}")),
                ReleaseCells.of(facts, surprise.release()));
    }

    /// Reads a row of which `released_at` is selected in seconds, and decimals and `marks` as text.
    static SurpriseRow read(ResultSet row, int number) throws SQLException {
        return new SurpriseRow(
                row.getString("release"),
                row.getString("indicator"),
                Instant.ofEpochSecond(row.getLong("released_at")),
                row.getString("actual"),
                row.getString("forecast"),
                row.getString("forecast_kind"),
                row.getString("forecast_class"),
                row.getString("surprise"),
                number(row, "sigma"),
                row.getInt("sigma_observations"),
                number(row, "z_raw"),
                number(row, "z"),
                row.getString("reason"),
                row.getString("marks"),
                ReleaseCells.read(row));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    /// Writes the columns in the order of [#COLUMNS].
    void write(BulkCopy.Row row) {
        row.add(release)
                .add(indicator)
                .add(releasedAt)
                .add(actual)
                .add(forecast)
                .add(forecastKind)
                .add(forecastClass)
                .add(surprise)
                .add(sigma)
                .add(sigmaObservations)
                .add(zRaw)
                .add(z)
                .add(reason)
                .add(marks);
        cells.write(row);
    }
}
