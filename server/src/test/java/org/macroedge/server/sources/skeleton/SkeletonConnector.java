package org.macroedge.server.sources.skeleton;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.releases.profile.CalendarReader;
import org.macroedge.server.sources.CalendarConnector;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;

/// A calendar of an office that does not exist, as CSV.
final class SkeletonConnector implements CalendarConnector {

    private static final String ID = "skeleton";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "schedules and consensus of the example office",
            URI.create("https://data.example.org/calendar.csv"),
            FetchPolicy.of(2, Duration.ofMinutes(5)),
            "2 requests in 5 minutes",
            Duration.ofMinutes(10),
            Variable.BLS_KEY, // a variable of its own in a real source
            true,
            false);

    private static final DateTimeFormatter CAPTURED = DateTimeFormatter.ofPattern(
                    "'skeleton_'yyyyMMdd'T'HHmmss'Z.csv'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Supplier<CalendarProfile> profile;

    SkeletonConnector(Supplier<CalendarProfile> profile) {
        this.profile = profile;
    }

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<FetchRequest> requests(SourceAccess access, LocalDate today) {
        return List.of(FetchRequest.get(ID, "calendar", access.address(), "text/csv")
                .withSecret("key", String.valueOf(access.key())));
    }

    @Override
    public ReleaseAdapter read(Payload payload) {
        if (payload.body().length == 0) {
            throw SourceFault.noRows();
        }
        CalendarFile file =
                new CalendarFile(CAPTURED.format(payload.fetchedAt()), () -> new ByteArrayInputStream(payload.body()));
        return new CalendarReader(profile.get(), List.of(file), payload.fetchedAt());
    }
}
