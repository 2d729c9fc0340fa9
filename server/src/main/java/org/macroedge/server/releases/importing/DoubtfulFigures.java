package org.macroedge.server.releases.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.ReleaseAssembler;
import org.macroedge.server.releases.derivation.DerivedReleases;
import org.macroedge.server.releases.derivation.Statement;
import org.macroedge.server.releases.intake.FindingCollector;
import org.macroedge.server.releases.intake.FindingKind;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Finds figures of a batch that look wrong beside the earlier ones of their indicator: surprises beyond ten sigma, and
/// levels that jump.
final class DoubtfulFigures {

    /// A previous value that differs from the last actual by more than this many typical moves.
    private static final BigDecimal JUMP = BigDecimal.TEN;

    private static final int MOVES = 24;

    /// With fewer moves, none is typical.
    private static final int FEWEST_MOVES = 6;

    private final Catalogue catalogue;
    private final String source;
    private final FindingCollector findings;

    /// @param source whose rows are looked at
    DoubtfulFigures(Catalogue catalogue, String source, FindingCollector findings) {
        this.catalogue = catalogue;
        this.source = source;
        this.findings = findings;
    }

    /// Looks at the rows of one indicator that the batch brought.
    void find(Indicator indicator, DerivedReleases releases, List<Statement> brought) {
        if (brought.isEmpty()) {
            return;
        }
        Map<Long, ReportedRelease> rows = new HashMap<>();
        brought.forEach(statement -> rows.put(statement.number(), statement.row()));
        findSurprises(indicator, releases, rows);
        if (indicator.transform().equals("level") && indicator.previousRefersTo() == PreviousRefersTo.PRIOR_PERIOD) {
            findBreaks(indicator, releases, rows);
        }
    }

    private void findSurprises(Indicator indicator, DerivedReleases releases, Map<Long, ReportedRelease> rows) {
        Map<ReleaseId, ReportedRelease> byRelease = new HashMap<>();
        own(releases).forEach(print -> {
            ReportedRelease row = rows.get(print.statements().getLast());
            if (row != null) {
                byRelease.put(print.release(), row);
            }
        });
        ReleaseAssembler assembler = new ReleaseAssembler(
                releases.prints().stream(),
                releases.schedules().stream(),
                releases.forecasts().stream(),
                Map.of(),
                catalogue);
        for (StandardisedSurprise surprise : new SurpriseCalculator()
                .calculate(indicator, assembler.known(Instant.EPOCH, false).releases())) {
            ReportedRelease row = byRelease.get(surprise.release().releaseId());
            if (row != null && surprise.marks().contains(Mark.SUSPECT)) {
                findings.add(FindingKind.SUSPECT, detail(surprise), row, null);
            } else if (row != null && surprise.isExtreme()) {
                findings.add(FindingKind.EXTREME, detail(surprise), row, null);
            }
        }
    }

    private static String detail(StandardisedSurprise surprise) {
        return surprise.release().releaseId() + ", actual "
                + plain(surprise.release().actual()) + ", forecast "
                + (surprise.forecast() == null ? "" : plain(surprise.forecast().value()));
    }

    /// Without trailing zeros, in which rows of the same figures differ.
    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private List<Print> own(DerivedReleases releases) {
        return releases.prints().stream()
                .filter(print -> print.source().equals(source))
                .sorted(Comparator.comparing(Print::knownAt))
                .toList();
    }

    private void findBreaks(Indicator indicator, DerivedReleases releases, Map<Long, ReportedRelease> rows) {
        List<BigDecimal> moves = new ArrayList<>();
        @Nullable Print last = null;
        for (Print print : own(releases)) {
            if (last != null) {
                ReportedRelease row = rows.get(print.statements().getLast());
                if (row != null && jumps(print, last, moves, indicator.step())) {
                    findings.add(FindingKind.SUSPECTED_BREAK, indicator.id().value(), row, "successor");
                }
                moves.add(print.actual().subtract(last.actual()).abs());
            }
            last = print;
        }
    }

    private static boolean jumps(Print print, Print last, List<BigDecimal> moves, BigDecimal step) {
        if (print.previous() == null || moves.size() < FEWEST_MOVES) {
            return false;
        }
        List<BigDecimal> latest = moves.subList(Math.max(0, moves.size() - MOVES), moves.size()).stream()
                .sorted()
                .toList();
        BigDecimal typical = latest.get(latest.size() / 2).max(step);
        return print.previous().subtract(last.actual()).abs().compareTo(typical.multiply(JUMP)) > 0;
    }
}
