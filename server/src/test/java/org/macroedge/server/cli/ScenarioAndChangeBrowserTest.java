package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// What would happen, and what did: the sliders of a scenario and the handles of a change in a real browser, over a
/// real server and the sample.
@Tag("system")
class ScenarioAndChangeBrowserTest {

    private static final Path AXE = Path.of("..", "ui", "node_modules", "axe-core", "axe.min.js");
    private static final String FAULTS = "axe.run().then(({violations}) =>"
            + " violations.map(({id, nodes}) => id + ': ' + nodes.slice(0, 2).map(({html}) => html)))";
    private static final String CPI =
            "/calendar?asOf=2021-09-10T12:00:00Z&what=us-cpi-yoy" + "&at=2021-09-14T12:30:00Z&set=us-cpi-yoy=5.0/5.3";

    private static final int DRAGGED = 300;

    @TempDir
    static Path folder;

    private static Server server;
    private static BrowserPages pages;

    private final List<String> errors = new ArrayList<>();
    private Page page;

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

    @BeforeEach
    void open() {
        page = pages.page(1440, 900, ColorScheme.LIGHT);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
    }

    @AfterEach
    void noErrorWasTold() {
        page.context().close();
        assertThat(errors).isEmpty();
    }

    private void go(String path) {
        page.navigate(server.address().resolve(path).toString());
    }

    private void assertNoFault() throws IOException {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate(Files.readString(AXE));
        assertThat(page.evaluate(FAULTS))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    private Locator slider() {
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName(Pattern.compile("^US .*4σ$")))
                .first();
    }

    @Test
    void aSliderChangesTheFigureByKeysAndTheAddressKeepsIt() throws IOException {
        go(CPI);
        assertThat(slider()).hasAttribute("aria-valuetext", Pattern.compile("^5\\.0%, \u2212\\d\\.\\dσ$"));
        Locator firstRow = page.locator(".what-grid tbody tr").first();
        String before = firstRow.textContent();

        slider().focus();
        page.keyboard().press("End");
        assertThat(slider()).hasAttribute("aria-valuetext", Pattern.compile(".*, \\+\\d\\.\\dσ$"));
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");

        assertThat(page).hasURL(Pattern.compile(".*set=us-cpi-yoy%3D[0-9.]+%2F5\\.3.*"));
        assertThat(firstRow).not().hasText(before);
        String moved = slider().getAttribute("aria-valuetext");
        assertThat(page.locator(".what-grid thead")).containsText(moved.substring(0, moved.indexOf(',')));
        String after = firstRow.textContent();
        page.reload();
        assertThat(slider()).hasAttribute("aria-valuetext", moved);
        assertThat(firstRow).hasText(after);
        assertNoFault();
    }

    @Test
    void theCurveIsThatOfTheInstrumentOfTheAddress() throws IOException {
        go(CPI + "&instrument=XAUUSD");
        assertThat(page.locator(".what-curve h3")).containsText("Score of XAUUSD");
        assertThat(page.locator(".what-curve svg[role=img]")).isVisible();
        page.getByLabel("Instrument").selectOption("SPX");

        assertThat(page).hasURL(Pattern.compile(".*instrument=SPX.*"));
        page.reload();
        assertThat(page.locator(".what-curve h3")).containsText("Score of SPX");
        assertNoFault();
    }

    @Test
    void theHandlesOfTheChartMoveByKeysAndByPointer() throws IOException {
        go("/instruments/EURUSD?asOf=2021-09-03T13:00:00Z");
        Locator start = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Start of the change"));
        Locator steps = page.locator("table.waterfall");
        assertThat(start).isVisible();
        String day = steps.textContent();

        start.focus();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("PageDown");
        assertThat(page).hasURL(Pattern.compile(".*from=2021-08-2\\dT.*&to=2021-09-03T13:00:00Z.*"));
        assertThat(steps).not().hasText(day);
        String moved = start.getAttribute("aria-valuetext");
        page.reload();
        assertThat(start).hasAttribute("aria-valuetext", moved);
        assertNoFault();

        start.scrollIntoViewIfNeeded();
        BoundingBox knob = start.boundingBox();
        page.mouse().move(knob.x + knob.width / 2, knob.y + knob.height / 2);
        page.mouse().down();
        page.mouse().move(knob.x - DRAGGED, knob.y + knob.height / 2);
        page.mouse().up();
        assertThat(start).not().hasAttribute("aria-valuetext", moved);
        assertThat(page).not().hasURL(Pattern.compile(".*from=2021-08.*"));
    }

    @Test
    void theEndsOfAChangeCanBeTyped() {
        go("/instruments/EURUSD?asOf=2021-09-03T13:00:00Z");
        page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill("2021-08-30T00:00");
        page.getByLabel("to", new Page.GetByLabelOptions().setExact(true)).fill("2021-09-02T12:00");
        page.getByText("Show the change").click();

        assertThat(page).hasURL(Pattern.compile(".*from=2021-08-29T22:00:00Z&to=2021-09-02T10:00:00Z.*"));
        assertThat(page.locator("#change-title")).containsText("from Mon 30 Aug 00:00 to Thu 2 Sep 12:00");
        page.getByLabel("to", new Page.GetByLabelOptions().setExact(true)).fill("2021-08-29T12:00");
        page.getByText("Show the change").click();
        assertThat(page.getByText("The start is not before the end.")).isVisible();
    }

    @Test
    void aCauseOfTheBoardOpensWhatItChanged() throws IOException {
        go("/?asOf=2021-09-03T13:00:00Z");
        Locator cause = page.locator("a.strip-move").first();
        String instrument = cause.textContent().trim().split("\\s")[0];
        cause.click();

        assertThat(page)
                .hasURL(Pattern.compile(
                        ".*/instruments/" + instrument + "\\?.*from=2021-09-03T12:29:59Z&to=2021-09-03T12:30:00Z.*"));
        assertThat(page.locator("table.waterfall")).containsText("Payrolls");
        assertThat(page.locator("#change-title")).containsText("from Fri 3 Sep 14:29 to Fri 3 Sep 14:30");
        assertThat(page.getByText("The steps add up exactly")).isVisible();
        assertNoFault();
    }
}
