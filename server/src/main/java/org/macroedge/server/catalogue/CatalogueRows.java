package org.macroedge.server.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.server.platform.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The entries of each version of the catalogue as rows, for readers by SQL. Rows of a version are written once.
final class CatalogueRows {

    private static final String INDICATORS = """
        INSERT INTO catalogue_indicator (catalogue, indicator, name, short_name, region, category, unit, transform,
                                         adjustment, frequency, stage, polarity, importance, valid_from, valid_to,
                                         successor)
        SELECT :catalogue, id, name, "shortName", region, category, unit, transform, adjustment, frequency, stage,
               polarity, importance, "validFrom", "validTo", successor
        FROM json_to_recordset(:rows::json)
             AS row (id text, name text, "shortName" text, region text, category text, unit text, transform text,
                     adjustment text, frequency text, stage text, polarity smallint, importance smallint,
                     "validFrom" date, "validTo" date, successor text)
        ON CONFLICT DO NOTHING
        """;
    private static final String INSTRUMENTS = """
        INSERT INTO catalogue_instrument (catalogue, instrument, position, name, asset_class, direction_class)
        SELECT :catalogue, id, position, name, "assetClass", "directionClass"
        FROM json_to_recordset(:rows::json)
             AS row (id text, position smallint, name text, "assetClass" text, "directionClass" text)
        ON CONFLICT DO NOTHING
        """;
    private static final String INDICES = """
        INSERT INTO catalogue_index (catalogue, index, position, name)
        SELECT :catalogue, id, position, name
        FROM json_to_recordset(:rows::json) AS row (id text, position smallint, name text)
        ON CONFLICT DO NOTHING
        """;
    private static final String LACK = """
        SELECT EXISTS (SELECT FROM catalogue_in_force
                       WHERE hash NOT IN (SELECT catalogue FROM catalogue_instrument))
        """;

    private final JdbcClient jdbc;

    CatalogueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record IndicatorRow(
            String id,
            String name,
            String shortName,
            String region,
            String category,
            String unit,
            String transform,
            String adjustment,
            String frequency,
            String stage,
            int polarity,
            int importance,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String successor) {

        static IndicatorRow of(Indicator indicator) {
            return new IndicatorRow(
                    indicator.id().value(),
                    indicator.name(),
                    indicator.shortName(),
                    indicator.region().code(),
                    indicator.category().code(),
                    indicator.unit(),
                    indicator.transform(),
                    indicator.adjustment(),
                    indicator.frequency().code(),
                    indicator.stage().code(),
                    indicator.polarity(),
                    indicator.importance(),
                    indicator.validFrom(),
                    indicator.validTo(),
                    indicator.successor() == null ? null : indicator.successor().value());
        }
    }

    private record InstrumentRow(String id, int position, String name, String assetClass, String directionClass) {

        static InstrumentRow of(int position, Instrument instrument) {
            return new InstrumentRow(
                    instrument.id().value(),
                    position,
                    instrument.name(),
                    instrument.assetClass().code(),
                    instrument.directionClass().code());
        }
    }

    private record IndexRow(String id, int position, String name) {}

    /// Whether the version in force has no rows.
    boolean lack() {
        return jdbc.sql(LACK).query(Boolean.class).single();
    }

    /// Writes the rows of a version, unless they are there.
    void write(Catalogue catalogue) {
        List<Instrument> instruments = catalogue.instruments();
        List<SurpriseIndex> indices = catalogue.indices();
        write(
                INDICATORS,
                catalogue,
                catalogue.indicators().stream().map(IndicatorRow::of).toList());
        write(
                INSTRUMENTS,
                catalogue,
                IntStream.range(0, instruments.size())
                        .mapToObj(place -> InstrumentRow.of(place + 1, instruments.get(place)))
                        .toList());
        write(
                INDICES,
                catalogue,
                IntStream.range(0, indices.size())
                        .mapToObj(place -> new IndexRow(
                                indices.get(place).id(),
                                place + 1,
                                indices.get(place).name()))
                        .toList());
    }

    private void write(String sql, Catalogue catalogue, List<?> rows) {
        jdbc.sql(sql)
                .param("catalogue", catalogue.hash())
                .param("rows", Json.text(rows))
                .update();
    }
}
