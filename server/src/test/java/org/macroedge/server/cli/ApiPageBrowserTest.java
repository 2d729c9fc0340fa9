package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// The page to try the API on, in a real browser and under the content security policy that every page is served with.
@Tag("system")
class ApiPageBrowserTest {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    @TempDir
    Path folder;

    @Test
    void anOperationIsTriedOnThePageWithoutAnErrorInItsConsole() {
        assertThat(CHROMIUM).as("Chromium; name another one in CHROMIUM").isExecutable();
        List<String> errors = new ArrayList<>();
        try (Server server = new SampleHome(folder).serve();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(
                                        List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            Page page = browser.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.onPageError(errors::add);

            page.navigate(server.address().resolve("/openapi").toString());
            Locator operation = page.locator("#operations-instruments-instrumentList");
            operation.locator(".opblock-summary-control").click();
            operation.locator(".try-out__btn").click();
            operation.locator(".execute").click();

            Locator answer = operation.locator(".live-responses-table tr.response");
            assertThat(answer.locator(".response-col_status")).containsText("200");
            assertThat(answer).containsText("EURUSD");
        }
        assertThat(errors).isEmpty();
    }
}
