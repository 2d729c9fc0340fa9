package org.macroedge.server.regime;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `regime_state`.
final class RegimeStates {

    private static final String PUT = """
        INSERT INTO regime_state (region, quadrant, since, month_end, stale) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (region) DO UPDATE
        SET quadrant = excluded.quadrant, since = excluded.since, month_end = excluded.month_end,
            stale = excluded.stale
        """;

    private final JdbcClient jdbc;

    RegimeStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of all regions that have one.
    Map<Region, RegimeState> all() {
        Map<Region, RegimeState> states = new EnumMap<>(Region.class);
        jdbc.sql("SELECT region, quadrant, since, month_end, stale FROM regime_state")
                .query((RowCallbackHandler) row -> states.put(
                        Coded.of(Region.class, row.getString("region")),
                        new RegimeState(
                                Coded.of(Quadrant.class, row.getString("quadrant")),
                                row.getObject("since", LocalDate.class),
                                row.getObject("month_end", LocalDate.class),
                                row.getBoolean("stale"))));
        return states;
    }

    void put(Region region, RegimeState state) {
        jdbc.sql(PUT)
                .params(region.code(), state.quadrant().code(), state.since(), state.monthEnd(), state.stale())
                .update();
    }

    void remove(Region region) {
        jdbc.sql("DELETE FROM regime_state WHERE region = ?")
                .param(region.code())
                .update();
    }
}
