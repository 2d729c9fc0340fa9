package org.macroedge.server.surprises;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.ForecastLadder;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.KnownReleases;

/// The columns of a row of table `surprise` in which its release stands as it is, whatever it is measured against.
/// Decimals are compared as text.
record ReleaseCells(
        @Nullable String previous,
        @Nullable String captured,
        @Nullable String capturedKind,
        @Nullable String low,
        @Nullable String high,
        @Nullable Integer count,
        @Nullable String period,
        @Nullable Boolean periodDeclared,
        boolean dateOnly,
        String source) {

    static final String COLUMNS = "previous, captured, captured_kind, captured_low, captured_high, captured_count,"
            + " period, period_declared, date_only, source";

    /// The same for a question; those that a driver would read in a type of its own are texts.
    static final String SELECTED = "previous::text, captured::text, captured_kind, captured_low::text,"
            + " captured_high::text, captured_count, period::text, period_declared, date_only, source";

    static ReleaseCells of(KnownReleases facts, ObservedRelease release) {
        ObservedForecast forecast = ForecastLadder.best(release).orElse(null);
        ForecastSpread spread = forecast == null ? ForecastSpread.NONE : forecast.spread();
        return new ReleaseCells(
                plain(release.previous()),
                forecast == null ? null : plain(forecast.value()),
                forecast == null ? null : forecast.kind().code(),
                plain(spread.low()),
                plain(spread.high()),
                spread.count(),
                release.period() == null ? null : release.period().toString(),
                release.period() == null ? null : release.periodDeclared(),
                facts.statedDate(release).isPresent(),
                release.source());
    }

    static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    static ReleaseCells read(ResultSet row) throws SQLException {
        int count = row.getInt("captured_count");
        boolean counted = !row.wasNull();
        boolean declared = row.getBoolean("period_declared");
        boolean told = !row.wasNull();
        return new ReleaseCells(
                row.getString("previous"),
                row.getString("captured"),
                row.getString("captured_kind"),
                row.getString("captured_low"),
                row.getString("captured_high"),
                counted ? count : null,
                row.getString("period"),
                told ? declared : null,
                row.getBoolean("date_only"),
                row.getString("source"));
    }

    /// Writes the columns in the order of [#COLUMNS].
    void write(BulkCopy.Row row) {
        row.add(previous)
                .add(captured)
                .add(capturedKind)
                .add(low)
                .add(high)
                .add(count)
                .add(period)
                .add(periodDeclared)
                .add(dateOnly)
                .add(source);
    }
}
