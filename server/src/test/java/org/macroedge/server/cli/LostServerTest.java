package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.net.FreePort;

/// A page whose server is killed: nothing goes blank, whatever is pressed, and everything is back with the server.
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
            "e",
            "BracketLeft",
            "BracketRight",
            "Comma",
            "Period",
            "Shift+BracketLeft",
            "Alt+BracketLeft",
            "?",
            "/",
            "Control+k");

    private static final Set<String> OPENING = Set.of("?", "/", "Control+k");

    private static final int ROWS = 29;

    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();
    private int port;
    private MacroEdgeProcess server;
    private BrowserPages pages;
    private Page page;

    @BeforeEach
    void start() throws Exception {
        port = FreePort.any();
        server = serve();
        pages = BrowserPages.open();
        page = pages.page(1280, 800, ColorScheme.LIGHT);
        page.onPageError(faults::add);
    }

    @AfterEach
    void stop() throws InterruptedException {
        pages.close();
        server.process().destroy();
        server.await();
    }

    @Test
    void nothingGoesBlankWithoutAServerAndEverythingIsBackWithIt() throws Exception {
        page.navigate("http://127.0.0.1:" + port + "/");
        assertThat(page.locator("a[data-row]")).hasCount(ROWS);
        page.waitForLoadState(LoadState.NETWORKIDLE);

        server.kill();
        pressEveryKey();
        clickEverything();
        open("EURUSD");
        pressEveryKey();
        clickEverything();
        open("Board");

        server = serve();
        assertThat(page.getByText("Connection lost")).hasCount(0);
        assertThat(page.locator("a[data-row]")).hasCount(ROWS);
        page.locator("a[data-row]").getByText("EURUSD").click();
        assertThat(page.locator(".contribution").first()).isVisible();
        assertThat(page.locator(".history-chart canvas").first()).isVisible();
        assertThat(faults).isEmpty();
    }

    private void pressEveryKey() {
        for (String key : KEYS) {
            page.keyboard().press(key);
            shows(key);
            if (OPENING.contains(key)) {
                close(key);
            }
        }
    }

    /// Every button that can be seen, except the one that asks the server again.
    private void clickEverything() {
        Locator buttons = page.locator("header button, main button, .data-banner button");
        for (int index = 0; index < buttons.count(); index++) {
            Locator button = buttons.nth(index);
            if (button.isVisible() && button.isEnabled()) {
                String name = String.valueOf(button.evaluate("element => element.ariaLabel ?? element.innerText"));
                boolean opens = "dialog".equals(button.getAttribute("aria-haspopup"));
                button.click();
                shows(name);
                if (opens) {
                    close(name);
                }
            }
        }
    }

    /// An open dialog covers what is tried next.
    private void close(String opened) {
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
    }

    /// Follows a link; a page that the server must answer for says what is missing in its place.
    private void open(String link) {
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        shows(link);
    }

    private void shows(String after) {
        assertThat(page.locator("header.header")).isVisible();
        assertThat(page.locator("main")).isVisible();
        assertThat(page.locator("main")).not().isEmpty();
        assertThat(page.locator("main").innerText()).as("after %s", after).isNotBlank();
    }

    private MacroEdgeProcess serve() throws IOException, InterruptedException {
        MacroEdgeProcess started = MacroEdgeProcess.start(
                folder.resolve("log.txt"),
                Map.of(),
                "serve",
                "--catalogue",
                "../catalogue",
                "--home",
                folder.resolve("home").toString(),
                "--port",
                String.valueOf(port));
        started.awaitServer(folder.resolve("home"));
        return started;
    }
}
