package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
    private static final String CPI = "/calendar?asOf=2021-09-10T12:00:00Z&what=us-cpi-yoy"
            + "&at=2021-09-14T12:30:00Z&set=us-cpi-yoy=5.0/5.3";

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
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName(Pattern.compile("^US .*4σ$")));
    }

    @Test
    void aSliderChangesTheFigureByKeysAndTheAddressKeepsIt() throws IOException {
        go(CPI);
        assertThat(slider()).hasAttribute("aria-valuetext", Pattern.compile("^5\\.0%, \u2212\\d\\.\\dσ$"));
        Locator firstRow = page.locator(".what-grid tbody tr").first();
        String before = firstRow.innerText();

        slider().focus();
        page.keyboard().press("End");
        assertThat(slider()).hasAttribute("aria-valuetext", Pattern.compile(".*, \\+\\d\\.\\dσ$"));
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");

        assertThat(page).hasURL(Pattern.compile(".*set=us-cpi-yoy%3D[0-9.]+%2F5\\.3.*"));
        assertThat(firstRow).not().hasText(before);
        String moved = slider().getAttribute("aria-valuetext");
        assertThat(page.locator(".what-grid thead")).containsText(moved.substring(0, moved.indexOf(',')));
        String after = firstRow.innerText();
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
}
