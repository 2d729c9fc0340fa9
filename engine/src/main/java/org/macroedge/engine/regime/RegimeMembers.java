package org.macroedge.engine.regime;

import java.util.Comparator;
import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

/// Which indicators an axis of a region's regime rests on: the monthly and quarterly first stages of the side's
/// categories. One index counts by one transform: where a group has a rate on the year, its rates on the month
/// and on the quarter are left out, because the two often disagree about the direction.
final class RegimeMembers {

    private static final String LEVEL = "level";
    private static final String ON_THE_YEAR = "yoy";
    private static final List<String> ON_THE_PERIOD = List.of("mom", "qoq");

    private RegimeMembers() {}

    /// The members, ascending by id.
    ///
    /// @param indicators in any order
    static List<Indicator> of(Region region, IndexSide side, List<Indicator> indicators) {
        List<Indicator> eligible = indicators.stream()
                .filter(indicator -> indicator.region() == region
                        && side.categories().contains(indicator.category())
                        && isEligible(indicator))
                .sorted(Comparator.comparing(Indicator::id))
                .toList();
        return eligible.stream()
                .filter(indicator -> !ON_THE_PERIOD.contains(indicator.transform())
                        || eligible.stream().noneMatch(other -> isYearlyTwin(other, indicator)))
                .toList();
    }

    /// A level whose previous is another stage of the same period has no change within its vintage.
    private static boolean isEligible(Indicator indicator) {
        boolean regular = indicator.frequency() == Frequency.MONTHLY || indicator.frequency() == Frequency.QUARTERLY;
        return regular
                && indicator.stage() == Stage.FIRST
                && (!isDifferenced(indicator) || indicator.previousRefersTo() == PreviousRefersTo.PRIOR_PERIOD);
    }

    private static boolean isYearlyTwin(Indicator other, Indicator indicator) {
        return other.transform().equals(ON_THE_YEAR) && other.groupKey().equals(indicator.groupKey());
    }

    /// Whether an indicator's prints are levels, which count as changes. A survey's index is itself a balance
    /// of those who report more against those who report less.
    static boolean isDifferenced(Indicator indicator) {
        return indicator.transform().equals(LEVEL) && indicator.category() != Category.SURVEYS;
    }
}
