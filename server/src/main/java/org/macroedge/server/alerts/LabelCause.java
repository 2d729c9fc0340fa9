package org.macroedge.server.alerts;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.waterfall.PartKind;
import org.macroedge.engine.waterfall.WaterfallPart;
import org.macroedge.server.alerts.rules.LabelStanding;

/// Says in one line how a label changed, and what moved it most: a release, or time.
final class LabelCause {

    private static final Set<PartKind> OF_RELEASES = EnumSet.of(PartKind.RELEASE, PartKind.CORRECTION);

    private LabelCause() {}

    /// @param before how the label stood
    /// @param after how it stands
    /// @param parts of the change of Z since the last look at which the label before stood
    static String of(String instrument, LabelStanding before, LabelStanding after, List<WaterfallPart> parts) {
        return instrument + " turned from " + AlertText.label(before.label()) + " (score "
                + AlertText.score(before.score()) + ") to " + AlertText.label(after.label()) + " ("
                + AlertText.score(after.score()) + "): "
                + reason(after.label().compareTo(before.label()) > 0 ? 1 : -1, parts);
    }

    /// @param sign of the change
    private static String reason(int sign, List<WaterfallPart> parts) {
        Optional<WaterfallPart> largest = parts.stream()
                .filter(part -> OF_RELEASES.contains(part.kind()))
                .max(Comparator.comparingDouble(part -> sign * part.part()));
        double others = parts.stream()
                .filter(part -> !OF_RELEASES.contains(part.kind()))
                .mapToDouble(part -> sign * part.part())
                .sum();
        return largest.filter(part -> sign * part.part() > Math.max(others, 0))
                .map(LabelCause::text)
                .orElse(others > 0 ? "earlier surprises faded" : "several small changes together");
    }

    private static String text(WaterfallPart part) {
        Indicator indicator = Objects.requireNonNull(part.indicator());
        StandardisedSurprise surprise = part.release();
        if (surprise == null) {
            return AlertText.name(indicator) + " does not count any more";
        }
        String release = AlertText.release(
                AlertText.name(indicator),
                indicator.unit(),
                surprise.release().actual(),
                surprise.forecast(),
                surprise.marks(),
                surprise.z());
        return isCorrected(part, surprise) ? release + ", as corrected" : release;
    }

    private static boolean isCorrected(WaterfallPart part, StandardisedSurprise now) {
        StandardisedSurprise before = part.replaced();
        return part.kind() == PartKind.CORRECTION
                && before != null
                && before.release().releaseId().equals(now.release().releaseId());
    }
}
