package org.macroedge.server.graphql;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.RecordClock;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.surprises.HistoryGrid;

/// The arguments of a question, read as the API reads its parameters.
///
/// @param given by name, of the types that the schema states
/// @param query as known at which times it is answered
record GraphqlArguments(Map<String, Object> given, Query query) {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String AT = "at";
    private static final String REGION = "region";

    /// @throws MacroEdgeException with `invalid-instant` or `as-of-in-future`
    static GraphqlArguments of(Map<String, Object> given, Clock clock, RecordClock records) {
        return new GraphqlArguments(
                given,
                Query.ofParameters((String) given.get(Query.AS_OF), (String) given.get(Query.RECORDED_AT))
                        .checked(clock, records));
    }

    @Nullable
    Instant asOf() {
        return query.asOf();
    }

    @Nullable
    Instant recordedAt() {
        return query.recordedAt();
    }

    String weightSet() {
        return WeightedQuery.weightSetId(text(WeightedQuery.WEIGHT_SET));
    }

    /// A text that the schema demands or gives.
    String text(String name) {
        return (String) Objects.requireNonNull(given.get(name), name);
    }

    @Nullable
    Instant from() {
        return Instants.readStart(FROM, (String) given.get(FROM));
    }

    @Nullable
    Instant to() {
        return Instants.read(TO, (String) given.get(TO));
    }

    /// @throws MacroEdgeException with `invalid-request`
    HistoryGrid grid() {
        String code = text(AT);
        return Coded.find(HistoryGrid.class, code)
                .orElseThrow(() -> InvalidValue.of(AT, code, codes(HistoryGrid.values())));
    }

    int importance() {
        return (Integer) Objects.requireNonNull(given.get("importance"));
    }

    /// @throws MacroEdgeException with `invalid-request`
    @Nullable
    Region region() {
        return given.get(REGION) == null ? null : requiredRegion();
    }

    /// @throws MacroEdgeException with `invalid-request`
    Region requiredRegion() {
        String code = text(REGION);
        return Arrays.stream(Region.values())
                .filter(region -> region.code().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> InvalidValue.of(REGION, code, codes(Region.values())));
    }

    private static List<String> codes(Coded[] constants) {
        return Arrays.stream(constants).map(Coded::code).toList();
    }
}
