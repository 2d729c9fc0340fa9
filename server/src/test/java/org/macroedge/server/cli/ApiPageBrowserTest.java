package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// The page to try the API on, in a real browser and under the content security policy that every page is served with.
@Tag("system")
class ApiPageBrowserTest {

    @TempDir
    Path folder;

    @Test
    void anOperationIsTriedOnThePageWithoutAnErrorInItsConsole() {
        List<String> errors = new ArrayList<>();
        try (Server server = new SampleHome(folder).serve();
                BrowserPages pages = BrowserPages.open()) {
            Page page = pages.page(1280, 720, ColorScheme.LIGHT);
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
