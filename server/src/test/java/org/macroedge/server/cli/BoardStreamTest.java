package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// The board in a real browser, over a real server that tells it what happens.
@Tag("system")
class BoardStreamTest {

    /// A page that cannot ask in turns learns of a release by the stream alone.
    private static final String NO_TURNS = "window.setInterval = () => 0";

    static final String PAYROLLS = "{\"source\":\"macro-edge\",\"releases\":[{\"indicator\":"
            + "\"us-nonfarm-payrolls\",\"releasedAt\":\"2022-01-07T13:30:00Z\",\"actual\":199000,\"forecasts\":"
            + "[{\"kind\":\"survey\",\"value\":400000,\"capturedAt\":\"2022-01-06T15:00:00Z\"}]}]}";

    @TempDir
    static Path folder;

    private static Server server;
    private static BrowserPages pages;

    @BeforeAll
    static void start() {
        server = new SampleHome(folder).serve();
        pages = BrowserPages.open();
    }

    @AfterAll
    static void stop() {
        pages.close();
        server.close();
    }

    @Test
    void aPushMovesTheBoardWithoutAReloadAndWithoutATurn() throws Exception {
        Page page = pages.page(1440, 900, ColorScheme.LIGHT);
        page.addInitScript(NO_TURNS);
        page.waitForResponse(
                answer -> answer.url().endsWith("/api/v1/stream") && answer.status() == 200,
                () -> page.navigate(server.address().toString()));
        assertThat(page.locator("a[data-row]")).hasCount(29);
        assertThat(page.locator("table.strip-causes")).isVisible();
        page.evaluate("window.kept = true");

        push();

        assertThat(page.locator(".news")).containsText("US Nonfarm payrolls change 199K vs 400K");
        assertThat(page.locator("tr[data-news]").first()).isVisible();
        assertThat(page.evaluate("window.kept")).isEqualTo(true);
        page.context().close();
    }

    @Test
    void aPageOfThePastFollowsNothing() {
        Page page = pages.page(1440, 900, ColorScheme.LIGHT);
        page.onRequest(request -> assertThat(request.url()).as("asked for").doesNotEndWith("/api/v1/stream"));

        page.navigate(server.address().resolve("/?asOf=2021-09-03T12:30:00Z").toString());

        assertThat(page.locator("a[data-row]")).hasCount(29);
        page.context().close();
    }

    private static void push() throws Exception {
        HttpResponse<String> answer =
                SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/releases"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "payrolls")
                        .POST(HttpRequest.BodyPublishers.ofString(PAYROLLS))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
