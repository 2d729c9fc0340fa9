package org.macroedge.server.calendar.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.engine.completeness.StateReason;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// One release: its state and, once published, its figures and their standardised surprise.
///
/// @param releaseId null for a release that no source has announced
/// @param state `scheduled` before the time that a source announced, `expected` before the one that the
/// catalogue's cadence gives; from then on `due`, `late` from when its publisher is late, `missing` once nobody
/// waits for it; `cancelled` from when it was called off; `released` with a figure, `withdrawn` where the figure
/// was taken back
/// @param stateReason why it is in that state; null where it is released
/// @param releasedAt when it was published, or when it is to be published
/// @param step the smallest difference that the publisher reports
/// @param reason why a published release has no usable z; null where it has one, and before it is published
public record CalendarItem(
        @Nullable String releaseId,
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        @Codes(Category.class) String category,
        int importance,
        String unit,
        BigDecimal step,
        @Codes(ReleaseState.class) String state,
        @Codes(StateReason.class) @Nullable String stateReason,
        Instant releasedAt,
        @Nullable LocalDate period,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal forecast,
        @Codes(ForecastKind.class) @Nullable String forecastKind,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal surprise,
        @Nullable Double z,
        @Codes(StandardisedSurprise.Reason.class) @Nullable String reason,
        @Codes(Mark.class) List<String> marks) {}
