package org.macroedge.server.sources;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.sources.fetch.FetchRequest;

/// A calendar of all countries that a key opens: one request asks for a week back and a week ahead.
///
/// @param keyParameter of the address, which has the key
/// @param refusal the field in which the source says why it refuses, with status 200
/// @param profile the layout, by the catalogue in force
public record KeyedCalendar(
        SourceContract contract, String keyParameter, String refusal, Supplier<CalendarProfile> profile)
        implements CalendarConnector {

    private static final int WEEKS = 1;
    private static final String REQUEST = "two weeks";

    @Override
    public List<FetchRequest> requests(SourceAccess access, LocalDate today) {
        URI address =
                URI.create(access.address() + "?from=" + today.minusWeeks(WEEKS) + "&to=" + today.plusWeeks(WEEKS));
        FetchRequest request = FetchRequest.get(contract.id(), REQUEST, address, "application/json");
        return List.of(access.key() == null ? request : request.withSecret(keyParameter, access.key()));
    }

    @Override
    public Set<IndicatorId> actuals() {
        return profile.get().mapped();
    }

    @Override
    public ReleaseAdapter read(Payload payload) {
        return CapturedList.read(payload, contract.id(), profile.get(), refusal);
    }
}
