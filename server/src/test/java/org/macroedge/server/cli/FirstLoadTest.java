package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// What the first page asks a server for, in a browser that has nothing of it yet.
@Tag("system")
class FirstLoadTest {

    /// Headers and bodies of every answer, as they are sent.
    private static final long MOST_BYTES = 300_000;

    private static final long MOST_BYTES_WITH_OTHER_PAGES = 450_000;

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
    void theFirstPageTakesOneCallOfTheApiAndLessThan300Kilobytes() {
        List<Request> requests = Collections.synchronizedList(new ArrayList<>());
        Page page = pages.page(1440, 900, ColorScheme.LIGHT);
        page.onRequestFinished(requests::add);

        page.navigate(server.address().toString());
        assertThat(page.locator("a[data-row]")).hasCount(29);
        assertThat(page.locator("table.strip-causes")).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        List<Request> finished = List.copyOf(requests);
        assertThat(finished.stream()
                        .map(request -> URI.create(request.url()).getPath())
                        .filter(path -> path.startsWith("/api/"))
                        .filter(path -> !path.equals("/api/v1/stream")))
                .containsExactly("/api/v1/board");
        String document = finished.getFirst().response().text();
        assertThat(bytes(finished.stream().filter(request -> isOfTheBoard(request, document))))
                .isBetween(MOST_BYTES / 10, MOST_BYTES);
        assertThat(bytes(finished.stream())).isLessThan(MOST_BYTES_WITH_OTHER_PAGES);
        page.context().close();
    }

    /// The other files are those of the other pages, which the page loads once it shows its numbers.
    private static boolean isOfTheBoard(Request request, String document) {
        String path = URI.create(request.url()).getPath();
        return document.contains('"' + path + '"') || path.equals("/") || path.startsWith("/api/");
    }

    private static long bytes(Stream<Request> requests) {
        return requests.map(Request::sizes)
                .mapToLong(size -> size.responseBodySize + size.responseHeadersSize)
                .sum();
    }

    @Test
    void theFilesOfThePageComeCompressedAndStayInTheCacheOfTheBrowser() throws Exception {
        String page = SampleHome.get(server, "/").body();
        String script = page.replaceFirst("(?s).*<script type=\"module\"[^>]* src=\"([^\"]+)\".*", "$1");
        for (String encoding : List.of("br", "gzip")) {
            HttpResponse<String> file = SampleHome.get(server, script, "Accept-Encoding", encoding);
            assertThat(file.headers().firstValue("Content-Encoding")).hasValue(encoding);
            assertThat(file.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
            assertThat(file.headers().allValues("Vary")).contains("Accept-Encoding");
            assertThat(file.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("immutable"));
        }
        HttpResponse<String> plain = SampleHome.get(server, script);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(SampleHome.get(server, "/", "Accept-Encoding", "br")
                        .headers()
                        .firstValue("Content-Encoding"))
                .hasValue("br");
    }

    @Test
    void anAnswerThatIsCompressedIsAnsweredBy304ToWhomHasIt() throws Exception {
        HttpResponse<String> first = SampleHome.get(server, "/api/v1/board", "Accept-Encoding", "gzip");
        assertThat(first.headers().firstValue("Content-Encoding")).hasValue("gzip");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again =
                SampleHome.get(server, "/api/v1/board", "Accept-Encoding", "gzip", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
    }
}
