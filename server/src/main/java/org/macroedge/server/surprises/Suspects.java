package org.macroedge.server.surprises;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.server.surprises.view.SuspectItem;
import org.macroedge.server.surprises.view.SuspectKind;
import org.macroedge.server.surprises.view.SuspectList;

/// The releases that look wrong and that nobody has judged.
public final class Suspects {

    private final LatestSurprises surprises;
    private final Clock clock;

    Suspects(LatestSurprises surprises, Clock clock) {
        this.surprises = surprises;
        this.clock = clock;
    }

    /// Those known at an instant.
    ///
    /// @param asOf null for now
    /// @param recordedAt null for the latest
    public SuspectList list(@Nullable Instant asOf, @Nullable Instant recordedAt) {
        Surprises known = surprises.at(recordedAt);
        AnswerInstant instant = known.instant(asOf, clock);
        List<SuspectItem> items = known.catalogue().indicators().stream()
                .flatMap(indicator -> of(indicator, known.of(indicator.id()), instant.asOf()).stream())
                .sorted(Comparator.comparing(SuspectItem::releasedAt).reversed().thenComparing(SuspectItem::releaseId))
                .toList();
        return new SuspectList(known.header(instant), items);
    }

    /// @param ascending the surprises of the indicator
    private static List<SuspectItem> of(Indicator indicator, List<StandardisedSurprise> ascending, Instant asOf) {
        List<StandardisedSurprise> known = ascending.stream()
                .filter(surprise -> !surprise.release().releasedAt().isAfter(asOf))
                .toList();
        List<SuspectItem> items = new ArrayList<>();
        for (int index = 0; index < known.size(); index++) {
            @Nullable SuspectKind kind = kind(known.get(index));
            if (kind != null) {
                @Nullable
                ObservedRelease next =
                        index + 1 < known.size() ? known.get(index + 1).release() : null;
                items.add(item(kind, indicator, known.get(index), next));
            }
        }
        return items;
    }

    private static @Nullable SuspectKind kind(StandardisedSurprise surprise) {
        if (surprise.release().verdict() != null) {
            return null;
        }
        if (surprise.reason() == StandardisedSurprise.Reason.SUSPECT) {
            return SuspectKind.SUSPECT;
        }
        return surprise.isExtreme() ? SuspectKind.EXTREME : null;
    }

    private static SuspectItem item(
            SuspectKind kind, Indicator indicator, StandardisedSurprise surprise, @Nullable ObservedRelease next) {
        ObservedRelease release = surprise.release();
        return new SuspectItem(
                kind.code(),
                release.releaseId().value(),
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                indicator.category().code(),
                indicator.unit(),
                indicator.step(),
                release.releasedAt(),
                release.actual(),
                Contributions.forecast(surprise),
                Contributions.forecastKind(surprise),
                release.previous(),
                next == null ? null : next.previous(),
                Objects.requireNonNull(surprise.zRaw()),
                release.source());
    }
}
