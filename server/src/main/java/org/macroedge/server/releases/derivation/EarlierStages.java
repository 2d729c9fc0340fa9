package org.macroedge.server.releases.derivation;

import java.util.Collection;
import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Stage;

/// Which indicators are the earlier stages of one whose `previous` is its prior stage's figure. The group of
/// a later stage is named after that of the first: `services-pmi`, `services-pmi-final`.
public final class EarlierStages {

    private static final List<String> ENDINGS = List.of("-second", "-final");

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

    private static boolean isEarlier(Indicator indicator, Indicator later) {
        return indicator.region() == later.region()
                && indicator.stage().compareTo(later.stage()) < 0
                && indicator.transform().equals(later.transform())
                && base(indicator).equals(base(later));
    }

    private static String base(Indicator indicator) {
        if (indicator.stage() == Stage.FIRST) {
            return indicator.group();
        }
        String group = indicator.group();
        for (String ending : ENDINGS) {
            if (group.endsWith(ending)) {
                return group.substring(0, group.length() - ending.length());
            }
        }
        return group;
    }
}
