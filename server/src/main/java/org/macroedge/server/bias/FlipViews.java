package org.macroedge.server.bias;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.scenario.FlipMap;
import org.macroedge.engine.scenario.InstrumentFlips;
import org.macroedge.engine.scenario.LabelFlip;
import org.macroedge.engine.scenario.ReleaseFlips;
import org.macroedge.engine.statistics.SurpriseDistribution;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.bias.view.FlipNext;
import org.macroedge.server.bias.view.FlipPoint;
import org.macroedge.server.bias.view.FlipRelease;
import org.macroedge.server.bias.view.InstrumentFlipView;
import org.macroedge.server.bias.view.UpcomingRelease;
import org.macroedge.server.catalogue.Catalogue;

/// The JSON views of a flip map.
final class FlipViews {

    private FlipViews() {}

    static FlipNext next(FlipMap.Next next, Catalogue catalogue) {
        return new FlipNext(
                upcoming(next.release(), catalogue),
                next.instrument().label().code(),
                point(next.flip()),
                next.release().past().observations());
    }

    static FlipRelease release(ReleaseFlips release, Catalogue catalogue, List<InstrumentFlipView> instruments) {
        @Nullable ObservedForecast forecast = forecast(release);
        SurpriseDistribution past = release.past();
        return new FlipRelease(
                upcoming(release, catalogue),
                forecast == null ? null : forecast.value(),
                forecast == null ? null : forecast.kind().code(),
                Mark.codes(release.surprise().marks()),
                release.surprise().sigma(),
                release.surprise().sigmaObservations(),
                BiasViews.code(release.surprise().reason()),
                past.observations(),
                past.isKnown() ? past.bandwidth() : null,
                instruments);
    }

    private static @Nullable ObservedForecast forecast(ReleaseFlips release) {
        return release.forecastKnown() ? release.surprise().forecast() : null;
    }

    private static UpcomingRelease upcoming(ReleaseFlips release, Catalogue catalogue) {
        StandardisedSurprise surprise = release.surprise();
        Indicator indicator =
                catalogue.indicator(surprise.release().indicator().value()).orElseThrow();
        return new UpcomingRelease(
                Optional.of(surprise.release().releaseId().value())
                        .filter(id -> release.scheduled())
                        .orElse(null),
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                release.releasedAt(),
                release.scheduled(),
                indicator.unit(),
                indicator.step());
    }

    static InstrumentFlipView labels(InstrumentFlips flips) {
        return new InstrumentFlipView(
                flips.instrument().id().value(),
                InstrumentBias.scoreOf(flips.z()),
                flips.label().code(),
                flips.flips().stream().map(FlipViews::point).toList());
    }

    private static FlipPoint point(LabelFlip flip) {
        return new FlipPoint(
                flip.label().code(), flip.z(), flip.value(), flip.firstValue(), flip.firstZ(), flip.probability());
    }
}
