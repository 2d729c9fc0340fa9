package org.macroedge.server.alerts;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
        double scale = sum(sign, parts, part -> part.kind() == PartKind.SCALE);
        double others = sum(sign, parts, part -> !OF_RELEASES.contains(part.kind()));
        return largest.filter(part -> sign * part.part() > Math.max(others, 0))
                .map(LabelCause::text)
                .orElseGet(() -> withoutRelease(others, scale));
    }

    private static double sum(int sign, List<WaterfallPart> parts, Predicate<WaterfallPart> wanted) {
        return parts.stream()
                .filter(wanted)
                .mapToDouble(part -> sign * part.part())
                .sum();
    }

    /// @param others in the direction of the change, from whatever is not a release
    /// @param scale what changes of the scale have in it
    private static String withoutRelease(double others, double scale) {
        if (others <= 0) {
            return "several small changes together";
        }
        return scale > others - scale ? "the scale of the sum changed" : "earlier surprises faded";
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
