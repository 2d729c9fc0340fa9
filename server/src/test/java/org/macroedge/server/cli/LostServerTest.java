package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// A page whose server goes away: nothing goes blank, whatever is pressed, and everything is back with the server.
@Tag("system")
class LostServerTest {

    private static final List<String> KEYS = List.of(
            "j",
            "k",
            "ArrowDown",
            "ArrowUp",
            "ArrowRight",
            "ArrowLeft",
            "f",
            "t",
            "c",
            "BracketLeft",
            "Comma",
            "Period",
            "Shift+BracketLeft",
            "Alt+BracketLeft",
            "?",
            "Escape",
            "/",
            "Escape",
            "Control+k",
            "Escape",
            "Escape");

    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();
    private Server server;
    private BrowserPages pages;

    @BeforeEach
    void start() {
        server = new SampleHome(folder).serve();
        pages = BrowserPages.open();
    }

    @AfterEach
    void stop() {
        pages.close();
        server.close();
    }

    @Test
    void nothingGoesBlankWithoutAServerAndEverythingIsBackWithIt() {
        Page page = pages.page(1280, 800, ColorScheme.LIGHT);
        page.onPageError(faults::add);
        page.navigate(server.address().toString());
        assertThat(page.locator("a[data-row]")).hasCount(29);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        int port = server.address().getPort();
        server.close();

        for (String key : KEYS) {
            page.keyboard().press(key);
            shows(page, key);
        }
        for (String name : List.of("EURUSD", "Board")) {
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(name).setExact(true))
                    .first()
                    .click();
            shows(page, name);
        }
        for (Locator button : page.locator("header button").all()) {
            button.click();
            shows(page, "a button of the header");
            page.keyboard().press("Escape");
        }

        server = Server.start(new SampleHome(folder).settings().withPort(port), Clock.systemUTC(), note -> {});
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retry now"))
                .click();
        assertThat(page.locator("a[data-row]")).hasCount(29);
        assertThat(page.getByText("Connection lost")).hasCount(0);
        assertThat(faults).isEmpty();
    }

    private static void shows(Page page, String after) {
        assertThat(page.locator("header.header")).isVisible();
        assertThat(page.locator("main")).isVisible();
        // a part that is loading shows nothing for its first moments
        assertThat(page.locator("main").describe("main after " + after)).containsText(Pattern.compile("\\S"));
    }
}
