package org.macroedge.server.surprises;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.Contribution;
import org.macroedge.engine.bias.MissingIndicator;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.surprises.view.InactiveIndicator;
import org.macroedge.server.surprises.view.ReleaseContribution;

/// Maps what releases add to a bias or to a surprise index to the shapes of the answers.
public final class Contributions {

    private static final double SECONDS_A_DAY = 86_400;

    private Contributions() {}

    /// The contributions from the largest to the smallest.
    public static List<ReleaseContribution> views(List<Contribution> contributions) {
        return contributions.stream()
                .sorted(Contribution.BY_SIZE)
                .map(Contributions::view)
                .toList();
    }

    private static ReleaseContribution view(Contribution contribution) {
        Indicator indicator = contribution.indicator();
        StandardisedSurprise surprise = contribution.surprise();
        return new ReleaseContribution(
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                indicator.category().code(),
                indicator.unit(),
                indicator.step(),
                surprise.release().releaseId().value(),
                surprise.release().releasedAt(),
                surprise.release().actual(),
                forecast(surprise),
                forecastKind(surprise),
                surprise.surprise(),
                surprise.sigma(),
                surprise.sigmaObservations(),
                surprise.zRaw(),
                contribution.z(),
                ageDays(contribution),
                contribution.decay(),
                contribution.weight(),
                contribution.contribution(),
                Mark.codes(contribution.marks()));
    }

    /// The forecast that a release was measured against; null where there was none.
    public static @Nullable BigDecimal forecast(StandardisedSurprise surprise) {
        ObservedForecast forecast = surprise.forecast();
        return forecast == null ? null : forecast.value();
    }

    /// The kind of that forecast; null where there was none.
    public static @Nullable String forecastKind(StandardisedSurprise surprise) {
        ObservedForecast forecast = surprise.forecast();
        return forecast == null ? null : forecast.kind().code();
    }

    /// The age of a release in days.
    public static double ageDays(Contribution contribution) {
        return contribution.ageSeconds() / SECONDS_A_DAY;
    }

    /// The indicators that contribute nothing.
    public static List<InactiveIndicator> inactive(List<MissingIndicator> missing) {
        return missing.stream()
                .map(indicator -> new InactiveIndicator(
                        indicator.indicator().id().value(),
                        indicator.weight(),
                        indicator.reason().code()))
                .toList();
    }
}
