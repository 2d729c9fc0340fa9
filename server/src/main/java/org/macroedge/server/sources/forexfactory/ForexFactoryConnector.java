package org.macroedge.server.sources.forexfactory;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
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

/// Fetches the weekly feed as JSON and reads it by the profile `forexfactory-feed`, as if it were a saved copy whose
/// name says when it was captured.
final class ForexFactoryConnector implements CalendarConnector {

    static final String ID = "forexfactory-feed";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "schedules and consensus",
            URI.create("https://nfs.faireconomy.media/ff_calendar_thisweek.json"),
            new FetchPolicy(2, Duration.ofMinutes(5), FetchPolicy.USUAL_DEADLINE, 4L << 20, false),
            "2 requests in 5 minutes; its file changes once an hour",
            Duration.ofMinutes(55),
            null,
            false,
            false);

    private static final int LONGEST_EMPTY = 16;
    private static final String REQUEST = "this week";
    private static final DateTimeFormatter CAPTURED = DateTimeFormatter.ofPattern(
                    "'ff_calendar_thisweek_'yyyyMMdd'T'HHmmss'Z.json'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Supplier<CalendarProfile> profile;

    /// @param profile the layout, by the catalogue in force
    ForexFactoryConnector(Supplier<CalendarProfile> profile) {
        this.profile = profile;
    }

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<FetchRequest> requests(SourceAccess access) {
        return List.of(FetchRequest.get(ID, REQUEST, access.address(), "application/json"));
    }

    @Override
    public ReleaseAdapter read(Payload payload) {
        if (isEmptyList(payload.body())) {
            throw SourceFault.noRows();
        }
        Instant fetched = payload.fetchedAt();
        CalendarFile file = new CalendarFile(CAPTURED.format(fetched), () -> new ByteArrayInputStream(payload.body()));
        return new CalendarReader(profile.get(), List.of(file), fetched);
    }

    /// Every week has events, so that a list without any is a fault of the publisher.
    private static boolean isEmptyList(byte[] body) {
        return body.length < LONGEST_EMPTY
                && new String(body, StandardCharsets.UTF_8)
                        .replaceAll("\\s", "")
                        .equals("[]");
    }
}
