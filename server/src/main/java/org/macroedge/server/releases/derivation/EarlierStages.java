package org.macroedge.server.releases.derivation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.vocabulary.IndicatorId;

/// Which indicators are the earlier stages of one whose `previous` is its prior stage's figure. Their ids differ in
/// the words that name a stage, and in nothing else: `de-flash-services-pmi`, `de-final-services-pmi`.
public final class EarlierStages {

    private static final Set<String> STAGE_WORDS =
            Set.of("advance", "prelim", "flash", "estimate", "second", "revised", "final");

    private final List<Indicator> indicators;

    /// @param indicators of the catalogue in use
    public EarlierStages(List<Indicator> indicators) {
        this.indicators = indicators;
    }

    /// The earlier stages of an indicator; none where its `previous` is the prior period's figure.
    public List<IndicatorId> of(Indicator later) {
        return later.previousRefersTo() != PreviousRefersTo.PRIOR_STAGE
                ? List.of()
                : indicators.stream()
                        .filter(indicator -> isEarlier(indicator, later))
                        .map(Indicator::id)
                        .toList();
    }

    /// The later stages of some indicators.
    public List<IndicatorId> after(Collection<IndicatorId> earlier) {
        return indicators.stream()
                .filter(later -> of(later).stream().anyMatch(earlier::contains))
                .map(Indicator::id)
                .toList();
    }

    /// What the stages of one figure have in common.
    public static String family(Indicator indicator) {
        return indicator.id().region() + " " + base(indicator);
    }

    private static boolean isEarlier(Indicator indicator, Indicator later) {
        return indicator.region() == later.region()
                && indicator.stage().compareTo(later.stage()) < 0
                && indicator.transform().equals(later.transform())
                && base(indicator).equals(base(later));
    }

    private static String base(Indicator indicator) {
        return Arrays.stream(indicator.id().value().split("-"))
                .filter(word -> !STAGE_WORDS.contains(word))
                .collect(Collectors.joining("-"));
    }
}
