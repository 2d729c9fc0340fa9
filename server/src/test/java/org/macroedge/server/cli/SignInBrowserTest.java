package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.access.tokens.Keycloak;
import org.macroedge.server.app.Server;

/// The board in a real browser, whose reader signs in at a real Keycloak.
@Tag("system")
@Timeout(600)
class SignInBrowserTest {

    private static final String DEEP = "/instruments/EURUSD?asOf=2021-09-03T12%3A30%3A00Z";
    private static final String HEALTH = "/health?asOf=2021-09-03T12:30:00Z";

    /// Shorter than the page waits before it renews a token, so that each request renews it.
    private static final int SECONDS = 20;

    @TempDir
    static Path folder;

    private static Keycloak keycloak;
    private static Server server;
    private static BrowserPages pages;

    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.start();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        URI issuer = keycloak.create("desk", SECONDS, URI.create("http://127.0.0.1:" + port));
        server = Server.start(
                new SampleHome(folder)
                        .settings(Map.of(
                                "MACRO_EDGE_ACCESS", "oidc",
                                "MACRO_EDGE_OIDC_ISSUER", issuer.toString(),
                                "MACRO_EDGE_OIDC_AUDIENCE", "macro-edge",
                                "MACRO_EDGE_OIDC_ROLES", "realm_access.roles",
                                "MACRO_EDGE_OIDC_CLIENT", "board"))
                        .withPort(port),
                Clock.systemUTC(),
                note -> {});
        pages = BrowserPages.open();
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            pages.close();
            server.close();
        } finally {
            keycloak.close();
        }
    }

    @BeforeEach
    void open() {
        BrowserContext context = pages.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("en-GB"));
        context.setDefaultTimeout(BrowserPages.PATIENCE_MILLIS);
        page = listening(context.newPage());
    }

    private Page listening(Page opened) {
        opened.onPageError(errors::add);
        return opened;
    }

    @AfterEach
    void noErrorWasThrown() {
        page.context().close();
        assertThat(errors).isEmpty();
    }

    private static String at(String path) {
        return server.address().resolve(path).toString();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void signIn(String path, String user) {
        page.navigate(at(path));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Sign in");
        button("Sign in").click();
        answerKeycloak(user);
    }

    private void answerKeycloak(String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(Keycloak.password(user));
        page.locator("#kc-login").click();
    }

    @ParameterizedTest
    @CsvSource({"vera, viewer", "anna, analyst", "adam, admin"})
    void eachRoleSeesTheBoardItsNameAndWhatItMayNotDo(String user, String role) {
        signIn("/", user);

        assertThat(page.locator("a[data-row]")).hasCount(29);
        assertThat(page).hasURL(at("/"));
        assertThat(page.locator(".account")).hasText(user + " " + role);
        page.locator("a.nav[href^='/health']").click();
        Locator importing = button("Import a file…");
        if (role.equals("viewer")) {
            assertThat(importing).isDisabled();
            assertThat(button("Undo: import 1")).isDisabled();
            importing.scrollIntoViewIfNeeded();
            importing.hover();
            assertThat(page.getByRole(AriaRole.TOOLTIP))
                    .hasText("This needs the role analyst. You are signed in as vera, with the role viewer.");
            picture("signed-in-viewer");
        } else {
            assertThat(button("Undo: import 1")).isEnabled();
            importing.click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Import a calendar");
        }
    }

    @Test
    void aDeepLinkAReloadAndASecondTabNeedNoSecondPassword() {
        signIn(DEEP, "anna");
        assertThat(page).hasURL(at(DEEP));
        assertThat(page.locator("main")).containsText("Nonfarm payrolls change");

        page.reload();
        assertThat(page).hasURL(at(DEEP));
        assertThat(page.locator("main")).containsText("Nonfarm payrolls change");

        Page second = listening(page.context().newPage());
        second.navigate(at("/calendar"));
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(second).hasURL(at("/calendar"));
        assertThat(second.locator(".account")).hasText("anna analyst");
        assertThat(second.evaluate("[localStorage.length, JSON.stringify({...sessionStorage}), document.cookie].join()")
                        .toString())
                .doesNotContain("eyJ");
    }

    @Test
    void theStreamOfASignedInPageMovesTheBoard() throws Exception {
        page.addInitScript("window.setInterval = () => 0");
        page.waitForResponse(
                answer -> answer.url().endsWith("/api/v1/stream") && answer.status() == 200, () -> signIn("/", "vera"));
        assertThat(page.locator("a[data-row]")).hasCount(29);

        HttpRequest push = HttpRequest.newBuilder(URI.create(at("/api/v1/releases")))
                .header("Authorization", "Bearer " + keycloak.token("desk", "tests", "anna"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "sign-in-1")
                .POST(HttpRequest.BodyPublishers.ofString(BoardStreamTest.PAYROLLS))
                .build();
        assertThat(SampleHome.send(push).statusCode()).isEqualTo(200);

        assertThat(page.locator(".news")).containsText("US Nonfarm payrolls change 199K vs 400K");
    }

    @Test
    void whoSignsOutIsSignedOutInEveryTabAndAtTheIssuer() {
        signIn("/", "vera");
        assertThat(page.locator("a[data-row]")).hasCount(29);
        Page second = listening(page.context().newPage());
        second.navigate(at("/calendar"));
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(second.locator(".account")).isVisible();

        page.locator(".account").click();
        button("Sign out").click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("You are signed out.");
        assertThat(second.getByRole(AriaRole.STATUS)).hasText("You are signed out.");
        button("Sign in").click();
        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void whoseSessionHasEndedReadsSoAndGoesOnWhereItWas() throws Exception {
        signIn(DEEP, "adam");
        assertThat(page.locator(".account")).hasText("adam admin");

        keycloak.end("desk", "adam");
        String place = goToHealth() ? HEALTH : DEEP;

        assertThat(page.getByRole(AriaRole.STATUS))
                .hasText("Your session has ended. Sign in again to go on where you were.");
        assertThat(page.locator("header, table, a")).hasCount(0);
        button("Sign in").click();
        answerKeycloak("adam");
        assertThat(page).hasURL(at(place));
        assertThat(page.locator(".account")).hasText("adam admin");

        keycloak.end("desk", "adam");
        page.reload();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your session has ended.");
        assertThat(page).hasURL(at(place));
    }

    /// False where the page has seen by itself that the session has ended, which takes it two seconds at most.
    private boolean goToHealth() {
        return Boolean.TRUE.equals(page.evaluate("""
            () => {
              const link = document.querySelector("a.nav[href^='/health']");
              link?.click();
              return link !== null;
            }\
            """));
    }

    @Test
    void whoHasNoRoleReadsWhyAndCanSignInAsSomeoneElse() {
        signIn(DEEP, "nora");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("has no role here");
        button("Sign in as someone else").click();
        button("Sign in").click();
        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void withoutASessionOnePageSaysSoAndAsksForNoKey() {
        page.navigate(at("/calendar"));
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("This server asks who you are.");
        picture("sign-in");
        assertThat(page.locator("input")).hasCount(0);

        page.navigate(at("/sign-in"));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Sign in");
        page.navigate(at("/sign-in?code=x&state=y"));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The sign-in did not come to its end");
        assertThat(page).hasURL(at("/"));
    }
}
