package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.app.Server;

/// The board in a real browser, over a real server and the sample.
@Tag("system")
class BoardBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String ROWS = "a[data-row]";

    @TempDir
    static Path folder;

    private static Server server;
    private static BrowserPages pages;

    private final List<String> errors = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(PICTURES);
        server = Server.start(new SampleHome(folder).settings(), Clock.systemUTC(), note -> {});
        pages = BrowserPages.open();
    }

    @AfterAll
    static void stop() {
        pages.close();
        server.close();
    }

    @BeforeEach
    void open() {
        errors.clear();
        page = pages.page(1280, 720, ColorScheme.LIGHT);
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
        page = pages.page(width, height, scheme);
        listen();
    }

    private void go(String path) {
        page.navigate(server.address().resolve(path).toString());
    }

    private void board(String path) {
        go(path);
        assertThat(page.locator(ROWS)).hasCount(29);
    }

    private List<String> rows() {
        return page.locator(ROWS).allInnerTexts();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Test
    void theBoardShowsEveryInstrumentAndSaysThatTheseAreOldFigures() {
        size(1440, 900, ColorScheme.LIGHT);
        board("/");

        assertThat(page.locator("body")).containsText("2021");
        picture("board-light");
    }

    @Test
    void theAsOfOfTheAddressChangesTheScoresAndTheBanner() {
        board("/");
        assertThat(page.getByText("Time machine.")).isHidden();
        board("/?asOf=2021-09-03T12:29:59Z");
        String before = page.locator("main").innerText();

        board("/?asOf=2021-09-03T12:30:00Z");
        assertThat(page.locator("main")).containsText("payrolls");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Time machine")))
                .containsText(":30:00");
        assertThat(page.locator("main").innerText()).isNotEqualTo(before);
    }

    @Test
    void theRegionAndTheSortLiveInTheAddress() {
        go("/?region=JP");
        assertThat(page.locator(ROWS).getByText("N225")).isVisible();
        assertThat(page.locator(ROWS).getByText("BTCUSD")).isHidden();

        page.getByLabel("Region").selectOption("all");
        assertThat(page.locator(ROWS)).hasCount(29);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Score").setExact(true))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/\\?sort=score$"));
        List<String> sorted = rows();
        page.reload();
        assertThat(page.locator(ROWS)).hasCount(29);
        assertThat(rows()).isEqualTo(sorted);
    }

    @Test
    void thePaletteOpensAnInstrumentByTheKeyboardAlone() {
        board("/");

        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Go to")))
                .isVisible();
        page.keyboard().type("gold");
        assertThat(page.getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION).first())
                .containsText("XAUUSD");
        assertThat(page.locator(".modal")).hasCount(1);
        picture("palette");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/instruments/XAUUSD$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("XAUUSD")))
                .isVisible();
    }

    /// The focus enters a menu only a moment after it is drawn.
    @Test
    void escapeClosesAMenuThatDoesNotHaveTheFocus() {
        board("/");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Settings"))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("Escape");

        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    @Test
    void bracketsStepFromReleaseToReleaseAndEscapeGoesBackToLive() {
        board("/?asOf=2021-09-03T12:30:00Z");

        page.keyboard().press("BracketLeft");
        assertThat(page).hasURL(Pattern.compile(".*asOf=2021-09-03T09:00:00Z"));
        page.keyboard().press("BracketRight");
        assertThat(page).hasURL(Pattern.compile(".*asOf=2021-09-03T12:30:00Z"));
        page.keyboard().press("Escape");
        assertThat(page).hasURL(Pattern.compile(".*:\\d+/$"));
    }

    @Test
    void aReleaseThatArrivesIsToldAndTintsItsRowsWithoutMovingThem() {
        page.clock().install();
        board("/?sort=score");
        assertThat(page.locator("table.strip-causes")).isVisible();
        List<String> order = rows();

        String batch = bring("us-nonfarm-payrolls,2022-01-07T13:30:00Z,,199000,400000,210000");
        try {
            page.clock().fastForward(16_000);
            assertThat(page.locator(".news"))
                    .containsText(Pattern.compile(
                            ":30:00 US Nonfarm payrolls change 199K vs 400K \u2212\\d\\.\\dσ\\. \\d+ labels?"
                                    + " changed\\."));
            assertThat(page.locator("tr[data-news]").first()).isVisible();
            assertThat(page.locator(".score-bar-before").first()).isVisible();
            assertThat(rows()).isEqualTo(order);
        } finally {
            post("/api/v1/imports/" + batch + "/undo", RequestOptions.create());
        }
    }

    /// Board, instrument, release, the rows of its files, and back, each with the focus where it belongs.
    @Test
    void theWholeWalkWorksByKeyboardAndTheFocusReturns() {
        board("/?asOf=2021-09-03T12:30:00Z");
        while (!"GBPUSD".equals(focused())) {
            page.keyboard().press("j");
        }

        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/instruments/GBPUSD\\?.*"));
        assertThat(page.locator(".contribution").first()).isVisible();
        page.keyboard().press("j");
        String release = focused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*release=.*"));
        assertThat(page.locator(".release-detail")).containsText("releases-2014-2021.csv.gz");
        assertThat(page.locator(".release-detail")).containsText("line");
        assertThat(focused()).isEqualTo(release);

        page.keyboard().press("Enter");
        assertThat(page.locator(".release-detail")).hasCount(0);
        assertThat(focused()).isEqualTo(release);
        page.keyboard().press("g");
        page.keyboard().press("b");
        assertThat(page).hasURL(Pattern.compile(".*:\\d+/\\?asOf=.*"));
        assertThat(page.locator("a[data-instrument=GBPUSD]")).isFocused();
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.innerText");
    }

    @Test
    void aClickOpensTheExplanationDownToTheReleasesAndTheHistory() {
        size(1440, 900, ColorScheme.DARK);
        go("/?asOf=2021-09-03T12:30:00Z");
        page.locator("a[data-row]").getByText("EURUSD").click();

        assertThat(page).hasURL(Pattern.compile(".*/instruments/EURUSD\\?.*asOf=2021-09-03.*"));
        assertThat(page.locator("main")).containsText("Nonfarm payrolls change");
        assertThat(page.locator("canvas").first()).isVisible();
        picture("instrument-dark");
    }

    @ParameterizedTest
    @CsvSource({
        "board-phone, /",
        "time-machine-phone, /?asOf=2021-09-03T12:30:00Z",
        "instrument-phone, /instruments/EURUSD"
    })
    void nothingIsCutOffOnAPhone(String name, String path) {
        size(360, 740, ColorScheme.LIGHT);
        go(path);
        assertThat(page.locator("[data-row]").first()).isVisible();

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        picture(name);
    }

    /// Imports one row in the product's own layout over HTTP.
    ///
    /// @return the batch
    private String bring(String row) {
        String file = "indicator,released_at,period,actual,forecast,previous\n" + row + "\n";
        FormData form = FormData.create()
                .set("file", new FilePayload("figures.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        String outcome = post(
                "/api/v1/imports?profile=macro-edge", RequestOptions.create().setMultipart(form));
        Matcher batch = Pattern.compile("\"batch\":(\\d+).*\"imported\":1,").matcher(outcome);
        assertThat(batch.find()).as(outcome).isTrue();
        return batch.group(1);
    }

    private String post(String path, RequestOptions options) {
        return page.request()
                .post(server.address().resolve(path).toString(), options)
                .text();
    }
}
