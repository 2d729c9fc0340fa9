package org.macroedge.server.correlation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.CorrelationComponent;
import org.macroedge.engine.correlation.CorrelationMatrix;
import org.macroedge.engine.correlation.CorrelationPath;
import org.macroedge.engine.correlation.NoCorrelation;
import org.macroedge.engine.correlation.PairCorrelation;
import org.macroedge.engine.correlation.SharedMovement;
import org.macroedge.server.correlation.view.ComponentMember;
import org.macroedge.server.correlation.view.CorrelationPair;
import org.macroedge.server.correlation.view.CorrelationPoint;
import org.macroedge.server.correlation.view.RollingCorrelation;
import org.macroedge.server.correlation.view.SharedComponent;
import org.macroedge.server.correlation.view.SharedMoves;

/// Shows what the engine found.
final class CorrelationViews {

    private CorrelationViews() {}

    static CorrelationPair pair(CorrelationMatrix.Pair pair) {
        PairCorrelation found = pair.correlation();
        return new CorrelationPair(
                pair.first(),
                pair.second(),
                found.observations(),
                found.value(),
                found.effective(),
                found.lower(),
                found.upper(),
                found.differsFromZero(),
                reason(found.cause()));
    }

    static RollingCorrelation path(int window, List<CorrelationPath.Point> path) {
        return new RollingCorrelation(
                window, path.stream().map(CorrelationViews::point).toList());
    }

    private static CorrelationPoint point(CorrelationPath.Point point) {
        PairCorrelation found = point.correlation();
        return new CorrelationPoint(
                Instant.ofEpochSecond(point.instant()),
                found.observations(),
                found.value(),
                found.effective(),
                found.lower(),
                found.upper(),
                reason(found.cause()));
    }

    static SharedMoves shared(SharedMovement.Result result) {
        return switch (result) {
            case SharedMovement.Found(SharedMovement found) ->
                new SharedMoves(
                        found.names().size(),
                        found.observations(),
                        found.intensity(),
                        found.effective(),
                        found.components().stream()
                                .map(CorrelationViews::component)
                                .toList(),
                        null);
            case SharedMovement.NotFound(NoCorrelation cause, int series, int observations) ->
                new SharedMoves(series, observations, null, null, List.of(), reason(cause));
        };
    }

    private static SharedComponent component(CorrelationComponent component) {
        return new SharedComponent(
                component.share(),
                component.members().stream()
                        .map(member -> new ComponentMember(member.name(), member.weight()))
                        .toList());
    }

    private static @Nullable String reason(@Nullable NoCorrelation cause) {
        return cause == null ? null : cause.code();
    }
}
