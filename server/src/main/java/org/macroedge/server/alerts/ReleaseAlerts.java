package org.macroedge.server.alerts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.catalogue.FigureText;
import org.macroedge.server.releases.MacroDataUpdated;
import org.macroedge.server.surprises.Surprises;

/// What the rules of releases find in a change of the facts: surprises, revisions, and releases that wait for a
/// verdict.
final class ReleaseAlerts {

    /// A release that is older when it is recorded is history, and not news: a weekend and a day.
    static final Duration NEWS = Duration.ofDays(3);

    private final KnownFacts facts;
    private final AlertBook book;

    ReleaseAlerts(KnownFacts facts, AlertBook book) {
        this.facts = facts;
        this.book = book;
    }

    /// What they find in the changed indicators. An indicator is looked at whole, since what changed of it can be of
    /// another instant than its release: a schedule, a forecast, a verdict.
    ///
    /// @param recordedAt when the change was recorded
    List<Finding> of(AlertRules rules, MacroDataUpdated updated, Instant recordedAt) {
        List<AlertRule> held = rules.heldAtRecord(recordedAt).stream()
                .filter(rule -> rule.kind().isOfFigures())
                .toList();
        if (held.isEmpty()) {
            return List.of();
        }
        Surprises known = facts.surprises();
        return updated.indicators().stream()
                .flatMap(id -> known.catalogue().indicator(id).stream())
                .flatMap(indicator -> held.stream()
                        .filter(rule -> rule.scope().hasIndicator(indicator))
                        .flatMap(rule -> of(rule, indicator, known, recordedAt).stream()
                                .filter(found -> !book.has(found.finding()))
                                .filter(found -> !facts.knew(
                                        found.release(), rules.start(rule).recordedAt()))
                                .map(Found::finding)))
                .toList();
    }

    private record Found(ReleaseId release, Finding finding) {}

    private static List<Found> of(AlertRule rule, Indicator indicator, Surprises known, Instant recordedAt) {
        List<StandardisedSurprise> ascending = known.of(indicator.id());
        Instant oldest = recordedAt.minus(NEWS);
        List<Found> findings = new ArrayList<>();
        for (int index = ascending.size() - 1; index >= 0; index--) {
            ObservedRelease release = ascending.get(index).release();
            if (release.releasedAt().isBefore(oldest)) {
                return findings;
            }
            if (!release.releasedAt().isAfter(known.facts().recordedAt())) {
                found(rule, indicator, ascending, index)
                        .ifPresent(finding -> findings.add(new Found(release.releaseId(), finding)));
            }
        }
        return findings;
    }

    private static Optional<Finding> found(
            AlertRule rule, Indicator indicator, List<StandardisedSurprise> ascending, int index) {
        StandardisedSurprise surprise = ascending.get(index);
        return switch (rule.kind()) {
            case SURPRISE -> surprise(rule, indicator, surprise);
            case REVISION ->
                index == 0
                        ? Optional.empty()
                        : revision(
                                rule,
                                indicator,
                                surprise,
                                ascending.get(index - 1).release());
            case SUSPECT -> suspect(rule, indicator, surprise);
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> surprise(AlertRule rule, Indicator indicator, StandardisedSurprise surprise) {
        Double z = surprise.z();
        return z == null || Math.abs(z) < rule.level()
                ? Optional.empty()
                : Optional.of(finding(rule, surprise, "", text(indicator, surprise, z)));
    }

    /// The previous figure beside a release against the one that stood for the period before.
    private static Optional<Finding> revision(
            AlertRule rule, Indicator indicator, StandardisedSurprise surprise, ObservedRelease before) {
        BigDecimal previous = surprise.release().previous();
        Double sigma = surprise.sigma();
        if (previous == null
                || sigma == null
                || before.isSetAside()
                || surprise.release().isSetAside()
                || indicator.previousRefersTo() != PreviousRefersTo.PRIOR_PERIOD
                || !isNext(
                        indicator.frequency(),
                        before.period(),
                        surprise.release().period())) {
            return Optional.empty();
        }
        double sigmas = previous.subtract(before.actual()).doubleValue() / sigma;
        if (previous.compareTo(before.actual()) == 0 || Math.abs(sigmas) < rule.level()) {
            return Optional.empty();
        }
        String cause = AlertText.name(indicator) + ": the figure before is now "
                + FigureText.of(previous, indicator.unit()) + ", and "
                + FigureText.of(before.actual(), indicator.unit()) + " stood (" + FigureText.sigmas(sigmas) + " σ)";
        return Optional.of(
                finding(rule, surprise, " " + previous.stripTrailingZeros().toPlainString(), cause));
    }

    /// Whether a period follows another one; where one is not known, the release that follows tells.
    private static boolean isNext(Frequency frequency, @Nullable LocalDate before, @Nullable LocalDate period) {
        return before == null
                || period == null
                || frequency == Frequency.IRREGULAR
                || frequency.before(frequency.firstDay(period), 1).equals(frequency.firstDay(before));
    }

    private static Optional<Finding> suspect(AlertRule rule, Indicator indicator, StandardisedSurprise surprise) {
        if (surprise.release().verdict() != null) {
            return Optional.empty();
        }
        String release = text(indicator, surprise, null);
        if (surprise.reason() == StandardisedSurprise.Reason.SUSPECT) {
            String waits = " looks like a typing error, and does not count until someone confirms it";
            return Optional.of(finding(rule, surprise, "", release + waits));
        }
        return surprise.isExtreme()
                ? Optional.of(finding(
                        rule,
                        surprise,
                        "",
                        release + " is more than 10 σ from its forecast, and counts, clipped, until someone doubts it"))
                : Optional.empty();
    }

    private static String text(Indicator indicator, StandardisedSurprise surprise, @Nullable Double z) {
        return AlertText.release(
                AlertText.name(indicator),
                indicator.unit(),
                surprise.release().actual(),
                surprise.forecast(),
                surprise.marks(),
                z);
    }

    /// @param detail of the key, beside the release
    private static Finding finding(AlertRule rule, StandardisedSurprise surprise, String detail, String cause) {
        String release = surprise.release().releaseId().value();
        return new Finding(
                rule, release, release + detail, cause, surprise.release().releasedAt());
    }
}
