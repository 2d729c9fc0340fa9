package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// The calendar file as a calendar program asks for it.
class ServedCalendarFileTest {

    private static final String BEFORE = "/api/v1/calendar.ics?asOf=2021-09-03T12:29:59Z";
    private static final String AFTER = "/api/v1/calendar.ics?asOf=2021-09-03T12:30:00Z";

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(Server server, String path, String tag) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                .header("If-None-Match", tag)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aFileIsSentAgainOnceItIsAnother(@TempDir Path folder) throws Exception {
        SampleHome home = new SampleHome(folder);
        home.load();
        try (Server server = home.serve()) {
            HttpResponse<String> before = get(server, BEFORE, "\"none\"");
            assertThat(before.statusCode()).isEqualTo(200);
            assertThat(before.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
            assertThat(before.body()).contains("SUMMARY:US Payrolls (expected)\r\n");

            String tag = before.headers().firstValue("ETag").orElseThrow();
            assertThat(get(server, BEFORE, tag).statusCode()).isEqualTo(304);
            HttpResponse<String> after = get(server, AFTER, tag);

            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(after.headers().firstValue("ETag"))
                    .isPresent()
                    .isNotEqualTo(before.headers().firstValue("ETag"));
            assertThat(after.body()).contains("SUMMARY:US Payrolls 235K\r\n");
        }
    }
}
