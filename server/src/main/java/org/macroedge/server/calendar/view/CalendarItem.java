package org.macroedge.server.calendar.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// One release: its state and, once published, its figures and their standardised surprise.
///
/// @param releaseId null for an expected release, which no source has announced
/// @param state `released`; `scheduled` before the instant that a source announced and `delayed` after it; `cancelled`
/// from when a person called it off; `expected` where no source announced one and the catalogue's cadence gives the
/// instant
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
        String state,
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
