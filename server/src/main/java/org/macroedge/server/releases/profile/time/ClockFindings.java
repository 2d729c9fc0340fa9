package org.macroedge.server.releases.profile.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.FindingKind;
import org.macroedge.server.releases.intake.HourOffsets;

/// Notes the rows whose time looks wrong beside the catalogue's release times, and names the field of the
/// profile that repairs them.
public final class ClockFindings {

    private static final Duration SHIFTABLE = Duration.ofHours(3);
    private static final long FEWEST_WEEKEND_ROWS = 3;
    private static final long WEEKEND_SHARE = 10;
    private static final long OFTEN = 10;
    private static final String MIDNIGHT = LocalTime.MIDNIGHT.toString();

    private final boolean catalogueTime;
    private final HourTally hours = new HourTally();
    private final FindingTally noted = new FindingTally();
    private final FindingTally placeholders = new FindingTally();
    private final FindingTally weekends = new FindingTally();
    private HourOffsets offsets = HourOffsets.NONE;
    private long bareDates;

    /// @param catalogueTime whether the profile shifts clock times already
    public ClockFindings(boolean catalogueTime) {
        this.catalogueTime = catalogueTime;
    }

    /// Notes a mapped row.
    ///
    /// @param counted what counts of its date and clock time
    public void note(Indicator indicator, StatedTime counted, Placement placement, String file, long line) {
        LocalTime clock = counted.clock();
        Instant own = placement.instant().plus(Duration.ofHours(placement.shifted()));
        if (clock == null) {
            noteDate(indicator, placement, file, line);
            return;
        }
        Optional<Duration> lateness = ReleaseClock.isOnTime(indicator, own)
                ? Optional.of(Duration.ZERO)
                : ReleaseClock.lateness(indicator, own);
        hours.count(lateness);
        if (placement.shifted() != 0) {
            noted.note(FindingKind.CLOCK_SHIFTED, hours(-placement.shifted()), null, file, line);
        } else if (lateness.isPresent() && !lateness.get().isZero()) {
            noteClock(lateness.get(), clock, file, line);
        }
    }

    private void noteClock(Duration lateness, LocalTime clock, String file, long line) {
        boolean placeholder = lateness.abs().compareTo(SHIFTABLE) > 0 || clock.equals(LocalTime.MIDNIGHT);
        if (placeholder) {
            placeholders.note(FindingKind.PLACEHOLDER_TIME, clock.toString(), "dateOnly", file, line);
        }
        if (HourTally.isWholeHours(lateness) && (!placeholder || lateness.abs().compareTo(SHIFTABLE) > 0)) {
            boolean shiftable = lateness.abs().compareTo(SHIFTABLE) <= 0;
            noted.note(
                    FindingKind.CLOCK_OFFSET,
                    hours((int) lateness.toHours()),
                    shiftable ? (catalogueTime ? null : "time") : "instant.zone",
                    file,
                    line);
        }
    }

    /// Hardly a publisher works at weekends: bare dates there are a day early or late.
    private void noteDate(Indicator indicator, Placement placement, String file, long line) {
        bareDates++;
        DayOfWeek day = (placement.localDate() == null
                        ? indicator.localDate(placement.instant())
                        : placement.localDate())
                .getDayOfWeek();
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
            weekends.note(FindingKind.DAY_OFFSET, "Saturday or Sunday", "dates", file, line);
        }
    }

    private static String hours(int hours) {
        return String.format(Locale.ROOT, "%+d h", hours);
    }

    /// Adds the notes of a file that follows.
    public void add(ClockFindings following) {
        offsets = offsets.plus(following.offsets());
        noted.add(following.noted);
        placeholders.add(following.placeholders);
        weekends.add(following.weekends);
        bareDates += following.bareDates;
    }

    /// How far the clock times of the rows differ from the catalogue's.
    public HourOffsets offsets() {
        return offsets.plus(hours.offsets());
    }

    /// The findings: an offset of more than three hours is one of the zone if half of the rows have it, else
    /// those clock times are placeholders.
    public List<Finding> findings() {
        HourOffsets all = offsets();
        long scheduled = all.onTime() + all.different();
        List<Finding> findings = new ArrayList<>();
        boolean wrongZone = false;
        for (Finding finding : noted.findings()) {
            boolean large = "instant.zone".equals(finding.field());
            if (!large || 2 * finding.count() >= scheduled) {
                findings.add(finding);
                wrongZone |= large;
            }
        }
        if (!wrongZone) {
            findings.addAll(placeholders.joined(
                    finding -> finding.count() >= OFTEN || finding.detail().equals(MIDNIGHT), "other times"));
        }
        weekends.findings().stream()
                .filter(finding ->
                        finding.count() >= FEWEST_WEEKEND_ROWS && finding.count() * WEEKEND_SHARE >= bareDates)
                .forEach(findings::add);
        return findings;
    }
}
