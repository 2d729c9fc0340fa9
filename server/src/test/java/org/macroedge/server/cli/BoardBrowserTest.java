package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.MacroEdgeApplication;

/// The board in a real browser, over a real server and the sample.
@Tag("system")
class BoardBrowserTest {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    static Path folder;

    private static Server server;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> errors = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        assertThat(CHROMIUM).as("Chromium; name another one in CHROMIUM").isExecutable();
        Files.createDirectories(PICTURES);
        HomeOptions options = new HomeOptions();
        options.home = folder;
        options.catalogue = Path.of("../catalogue");
        Clock clock = Clock.systemUTC();
        server = Server.start(
                MacroEdgeApplication.class,
                Session.forServer(options, clock, new PrintWriter(new StringWriter())),
                clock,
                0);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
        server.close();
    }

    @BeforeEach
    void open() {
        errors.clear();
        page = browser.newPage();
        listen();
    }

    @AfterEach
    void noErrorWasTold() {
        page.context().close();
        assertThat(errors).isEmpty();
    }

    private void listen() {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
    }

    private void size(int width, int height, ColorScheme scheme) {
        page.context().close();
        page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(width, height).setColorScheme(scheme));
        listen();
    }

    private void go(String path) {
        page.navigate(server.address().resolve(path).toString());
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Test
    void theBoardShowsEveryInstrumentAndSaysThatTheseAreOldFigures() {
        size(1440, 900, ColorScheme.LIGHT);
        go("/");

        assertThat(page.getByText("EURUSD").first()).isVisible();
        assertThat(page.getByText("BTCUSD").first()).isVisible();
        assertThat(page.locator("body")).containsText("2021");
        picture("board-light");
    }

    @Test
    void theAsOfOfTheAddressChangesTheScores() {
        go("/?asOf=2021-09-03T12:29:59Z");
        assertThat(page.getByText("EURUSD").first()).isVisible();
        String before = page.locator("main").innerText();

        go("/?asOf=2021-09-03T12:30:00Z");
        assertThat(page.getByText("EURUSD").first()).isVisible();
        assertThat(page.locator("main")).containsText("payrolls");

        assertThat(page.locator("main").innerText()).isNotEqualTo(before);
    }

    @Test
    void aClickOpensTheExplanationDownToTheReleasesAndTheHistory() {
        size(1440, 900, ColorScheme.DARK);
        go("/?asOf=2021-09-03T12:30:00Z");
        page.locator("a[data-row]").getByText("EURUSD").click();

        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/instruments/EURUSD\\?.*asOf=2021-09-03.*"));
        assertThat(page.locator("main")).containsText("Nonfarm payrolls change");
        assertThat(page.locator("canvas").first()).isVisible();
        picture("instrument-dark");
    }

    @Test
    void nothingIsCutOffOnAPhone() {
        size(360, 740, ColorScheme.LIGHT);
        go("/");
        assertThat(page.getByText("EURUSD").first()).isVisible();

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        picture("board-phone");
    }
}
