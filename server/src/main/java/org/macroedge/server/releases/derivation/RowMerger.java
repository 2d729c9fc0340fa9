package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.ReleaseTime;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.intake.FindingCollector;
import org.macroedge.server.releases.intake.FindingKind;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Merges the rows of a batch that give the same figures of one release.
///
/// The most complete row stands for all; of two instants, the one at the catalogue's release time holds, else
/// the later. A cell on which rows still differ is dropped.
final class RowMerger {

    /// A release whose clock time moved is stated twice within this.
    static final Duration MOVED = Duration.ofHours(36);

    /// Different rows within [#MOVED], each of which is compared with each.
    static final int MOST_TOGETHER = 1_000;

    private final Indicator indicator;
    private final FindingCollector findings;
    private final Comparator<Statement> byPlace;

    RowMerger(Indicator indicator, FindingCollector findings) {
        this.indicator = indicator;
        this.findings = findings;
        this.byPlace = Comparator.comparing((Statement statement) -> isOnTime(statement.row()))
                .thenComparing(statement -> statement.row().instant())
                .thenComparing(statement -> completeness(statement.row()))
                .thenComparing(RowContent.ORDER);
    }

    /// Rows of one release.
    record Merged(Statement statement, List<Statement> members) {}

    /// @param rows of one source and batch, with an actual
    /// @return ascending by content
    List<Merged> merge(List<Statement> rows) {
        Groups groups = new Groups();
        rows.stream().sorted(RowContent.ORDER).forEach(groups::add);
        return groups.all.stream().map(group -> merged(group.members)).toList();
    }

    /// The rows of each release, of rows that come ascending by content.
    private final class Groups {
        private final List<Group> all = new ArrayList<>();
        /// The first that a later row can still belong to.
        private int first;
        /// How many rows differ in the groups from there on.
        private int compared;
        private @Nullable Group last;

        void add(Statement statement) {
            if (last != null && last.repeats(statement)) {
                last.members.add(statement);
                return;
            }
            for (; first < all.size() && all.get(first).isOver(statement); first++) {
                compared -= all.get(first).distinct.size();
            }
            if (++compared > MOST_TOGETHER) {
                throw tooMany(statement.row());
            }
            last = taking(statement);
            last.members.add(statement);
            last.distinct.add(statement.row());
        }

        private Group taking(Statement statement) {
            for (Group group : all.subList(first, all.size())) {
                if (group.takes(statement)) {
                    return group;
                }
            }
            Group opened = new Group();
            all.add(opened);
            return opened;
        }
    }

    private MacroEdgeException tooMany(ReportedRelease row) {
        return DerivationMessage.TOO_MANY_FIGURES.exception(
                MOST_TOGETHER, indicator.id(), MOVED.toHours(), row.file() + ":" + row.line());
    }

    /// The rows of one release on their way.
    private static final class Group {
        private final List<Statement> members = new ArrayList<>();
        /// Those that differ in what decides: equal rows follow each other.
        private final List<ReportedRelease> distinct = new ArrayList<>();

        boolean isOver(Statement statement) {
            return distinct.getFirst()
                    .instant()
                    .plus(MOVED)
                    .isBefore(statement.row().instant());
        }

        boolean repeats(Statement statement) {
            ReportedRelease row = statement.row();
            ReportedRelease last = distinct.getLast();
            return row.instant().equals(last.instant())
                    && Objects.equals(row.period(), last.period())
                    && RowContent.equalFigures(row, last);
        }

        boolean takes(Statement statement) {
            return distinct.stream().allMatch(row -> isSame(row, statement.row()));
        }
    }

    private static boolean isSame(ReportedRelease row, ReportedRelease other) {
        if (RowContent.periodsDiffer(row, other) || !RowContent.equal(row.actual(), other.actual())) {
            return false;
        }
        return row.instant().equals(other.instant())
                ? !isSuccessive(row, other)
                : RowContent.bothEqual(row.previous(), other.previous());
    }

    /// Whether two equal figures are those of successive periods: the previous value of one of them is the
    /// other.
    private static boolean isSuccessive(ReportedRelease row, ReportedRelease other) {
        return !RowContent.equal(row.previous(), other.previous())
                && (RowContent.bothEqual(row.previous(), other.actual())
                        || RowContent.bothEqual(other.previous(), row.actual()));
    }

    private Merged merged(List<Statement> members) {
        if (members.size() == 1) {
            return new Merged(members.getFirst(), members);
        }
        Statement best = members.stream().max(byPlace).orElseThrow();
        ReportedRelease row = best.row();
        ReportedRelease whole = row.withCells(
                cell(members, ReportedRelease::period),
                cell(members, ReportedRelease::previous, BigDecimal::stripTrailingZeros),
                forecasts(members),
                cell(members, ReportedRelease::eventId));
        if (members.stream().anyMatch(member -> !member.row().instant().equals(row.instant()))) {
            findings.add(FindingKind.MOVED_RELEASE, "", row, "time");
        }
        return new Merged(new Statement(best.number(), whole), members);
    }

    private <T> @Nullable T cell(List<Statement> members, Function<ReportedRelease, @Nullable T> cell) {
        return cell(members, cell, value -> value);
    }

    /// The cell on which all rows that have it agree; null, with a finding, where they differ.
    private <T> @Nullable T cell(
            List<Statement> members, Function<ReportedRelease, @Nullable T> cell, Function<T, Object> content) {
        List<T> values = new ArrayList<>();
        Set<Object> contents = new HashSet<>();
        for (Statement member : members) {
            T value = cell.apply(member.row());
            if (value != null && contents.add(content.apply(value))) {
                values.add(value);
            }
        }
        if (values.size() > 1) {
            findings.add(FindingKind.DROPPED_CELL, "", members.getFirst().row(), null);
        }
        return values.size() == 1 ? values.getFirst() : null;
    }

    private List<ReportedForecast> forecasts(List<Statement> members) {
        List<ReportedForecast> forecasts = new ArrayList<>();
        Set<ReportedForecast> dropped = new HashSet<>();
        for (Statement member : members) {
            for (ReportedForecast forecast : member.row().forecasts()) {
                ReportedForecast rival = rival(forecasts, forecast);
                if (rival == null) {
                    forecasts.add(forecast);
                } else if (!RowContent.equal(rival.value(), forecast.value()) && dropped.add(rival)) {
                    findings.add(FindingKind.DROPPED_CELL, "", member.row(), null);
                }
            }
        }
        forecasts.removeAll(dropped);
        return forecasts.stream()
                .map(forecast -> forecast.with(spread(members, forecast)))
                .toList();
    }

    /// The only one that rows with a forecast state; none where they state several.
    private ForecastSpread spread(List<Statement> members, ReportedForecast forecast) {
        List<ForecastSpread> spreads = members.stream()
                .map(member -> rival(member.row().forecasts(), forecast))
                .filter(Objects::nonNull)
                .map(ReportedForecast::spread)
                .filter(spread -> !spread.isNone())
                .distinct()
                .toList();
        if (spreads.size() > 1) {
            findings.add(FindingKind.DROPPED_CELL, "", members.getFirst().row(), null);
        }
        return spreads.size() == 1 ? spreads.getFirst() : ForecastSpread.NONE;
    }

    private static @Nullable ReportedForecast rival(List<ReportedForecast> forecasts, ReportedForecast forecast) {
        return forecasts.stream()
                .filter(other ->
                        other.kind() == forecast.kind() && Objects.equals(other.capturedAt(), forecast.capturedAt()))
                .findFirst()
                .orElse(null);
    }

    private boolean isOnTime(ReportedRelease row) {
        Instant instant = row.instant();
        LocalDate date = indicator.localDate(instant);
        return indicator.releaseTime(date).map(ReleaseTime::time).isPresent()
                && indicator.knownAt(date).equals(instant);
    }

    private static int completeness(ReportedRelease row) {
        return (row.previous() == null ? 0 : 1)
                + (row.period() == null ? 0 : 1)
                + (row.eventId() == null ? 0 : 1)
                + row.forecasts().size();
    }
}
