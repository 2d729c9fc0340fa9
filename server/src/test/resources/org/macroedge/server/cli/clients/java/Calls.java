import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.BiasApi;
import org.openapitools.client.api.CalendarApi;
import org.openapitools.client.api.IndicatorsApi;
import org.openapitools.client.api.InstrumentsApi;
import org.openapitools.client.api.ReleasesApi;
import org.openapitools.client.model.BiasExplanation;
import org.openapitools.client.model.CalendarItem;
import org.openapitools.client.model.ForecastKind;
import org.openapitools.client.model.PushRequest;
import org.openapitools.client.model.PushedForecast;
import org.openapitools.client.model.PushedRelease;
import org.openapitools.client.model.Region;

/// Eight calls by the client that openapi-generator writes in Java.
final class Calls {

    private static final String PAYROLLS = "us-nonfarm-payrolls";
    private static final String THEN = "2021-09-03T12:30:00Z";

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        BiasApi bias = new BiasApi(client);
        String now = Instant.now().toString();
        say(
                "instruments",
                new InstrumentsApi(client).instrumentList(null, null).getItems().size());
        say("summary", bias.biasSummary(now, null, null).getItems().size());
        say("now", bias.biasInstrument("EURUSD", now, null, null).getReason());
        BiasExplanation then = bias.biasExplanation("EURUSD", THEN, null, null);
        say(
                "then",
                then.getLabel()
                        + String.format(Locale.ROOT, " %.4f ", then.getScore())
                        + (then.getZ() > 0 ? "True" : "False"));
        CalendarItem payrolls = new CalendarApi(client)
                .calendarBetween(THEN, null, THEN, THEN, Region.US, 3).getItems().stream()
                        .filter(item -> item.getIndicator().equals(PAYROLLS))
                        .findFirst()
                        .orElseThrow();
        say(
                "calendar",
                payrolls.getState() + " " + payrolls.getActual().longValue() + " " + payrolls.getForecastKind() + " "
                        + payrolls.getPeriod());
        say(
                "releases",
                new IndicatorsApi(client)
                        .indicatorReleases(PAYROLLS, null, null)
                        .getItems()
                        .size());
        PushedRelease release = new PushedRelease()
                .indicator(PAYROLLS)
                .releasedAt("2022-01-07T13:30:00Z")
                .actual(199_000d)
                .forecasts(
                        List.of(new PushedForecast().kind(ForecastKind.SURVEY).value(400_000d)));
        PushRequest push = new PushRequest().source("macro-edge").releases(List.of(release));
        say("push", new ReleasesApi(client).pushPush(push, null, true).getImported());
        try {
            bias.biasInstrument("EURSUD", null, null, null);
        } catch (ApiException problem) {
            say(
                    "problem",
                    problem.getCode() + " "
                            + client.getObjectMapper()
                                    .readTree(problem.getResponseBody())
                                    .path("type")
                                    .asText());
        }
    }

    private static void say(String what, Object value) {
        System.out.println(what + " " + value);
    }
}
