package org.macroedge.server.surprises.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;
import org.macroedge.server.platform.json.Codes;

/// An indicator as the catalogue defines it, with its last known release.
///
/// @param overdue whether it is in force and has had no release for twice its period
/// @param lastMarks those of its last known release; `no-forecast` says that `lastForecast` is the rate in force,
/// `naive-forecast` and `model-forecast` that it is from its own earlier figures
public record IndicatorItem(
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        @Codes(Category.class) String category,
        String unit,
        String transform,
        String adjustment,
        @Codes(Frequency.class) String frequency,
        int polarity,
        int importance,
        String group,
        @Codes(Stage.class) String stage,
        BigDecimal step,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successor,
        int releases,
        boolean overdue,
        @Nullable Instant lastReleasedAt,
        @Nullable BigDecimal lastActual,
        @Nullable BigDecimal lastForecast,
        @Nullable Double lastZ,
        @Codes(Mark.class) List<String> lastMarks) {}
