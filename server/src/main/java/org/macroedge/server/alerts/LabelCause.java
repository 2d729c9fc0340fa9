package org.macroedge.server.alerts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.Contribution;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.server.alerts.rules.LabelStanding;

/// Says in one line how a label changed, and which release did it: the one that adds most in the direction of the
/// change among those since the last answer with the label before.
final class LabelCause {

    private LabelCause() {}

    /// @param bias as known when the change was seen
    /// @param before how the label stood
    /// @param after how it stands
    static String of(InstrumentBias bias, LabelStanding before, LabelStanding after) {
        return bias.instrument().id().value() + " turned from " + AlertText.label(before.label()) + " (score "
                + AlertText.score(before.score()) + ") to " + AlertText.label(after.label()) + " ("
                + AlertText.score(after.score()) + "): " + reason(bias, before, after);
    }

    private static String reason(InstrumentBias bias, LabelStanding before, LabelStanding after) {
        boolean up = after.label().compareTo(before.label()) > 0;
        List<Contribution> towards = bias.bySize().stream()
                .filter(part -> up ? part.contribution() > 0 : part.contribution() < 0)
                .toList();
        Contribution cause = largest(towards, at -> at.isAfter(before.stoodAsOf()));
        if (cause == null) {
            cause = largest(towards, at -> at.equals(before.stoodAsOf()));
        }
        return cause == null ? "earlier surprises faded or were corrected" : text(cause);
    }

    /// @param bySize from the largest
    private static @Nullable Contribution largest(List<Contribution> bySize, Predicate<Instant> released) {
        return bySize.stream()
                .filter(part -> released.test(part.surprise().release().releasedAt()))
                .findFirst()
                .orElse(null);
    }

    private static String text(Contribution cause) {
        StandardisedSurprise surprise = cause.surprise();
        @Nullable ObservedForecast forecast = surprise.forecast();
        @Nullable BigDecimal expected = forecast == null ? null : forecast.value();
        return AlertText.release(
                AlertText.name(cause.indicator()),
                cause.indicator().unit(),
                surprise.release().actual(),
                expected,
                surprise.z());
    }
}
