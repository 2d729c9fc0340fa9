package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.catalogue.CatalogueException;

/// Which titles a profile has: its own, those of another, and those that other columns tell apart.
class ProfileTitlesTest {

    private static final String PROFILE = """
        source: mine
        file: {columns: {area: area, title: event, instant: at, actual: actual}}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        titles:
        """;
    private static final String WHEN = PROFILE + """
          - {title: CPI, when: {kind: "m/m"}, indicator: us-cpi-mom}
          - {title: CPI, when: {kind: ["y/y", yoy]}, indicator: us-cpi-yoy}
        """;
    private static final String TWO_FIGURES = """
        area,event,at,actual,kind
        ,CPI,2026-06-10 12:30,0.5,m/m
        ,CPI,2026-06-10 12:30,7.1,y/y
        ,CPI,2026-05-12 12:30,7.0,yoy
        ,CPI,2026-04-10 12:30,6.9,core
        """;

    @TempDir
    Path folder;

    private List<String> indicators(ReadRows rows) {
        return rows.mapped.stream()
                .map(row -> row.indicator().id() + " " + row.actual().toPlainString())
                .toList();
    }

    @Test
    void anotherColumnTellsTwoFiguresUnderOneTitleApart() {
        ReadRows rows = ReadRows.of(folder, WHEN, "a.csv", TWO_FIGURES);

        assertThat(indicators(rows)).containsExactly("us-cpi-mom 0.5", "us-cpi-yoy 7.1", "us-cpi-yoy 7.0");
        assertThat(rows.unmapped).containsExactly("CPI");
    }

    @Test
    void theColumnMustBeInTheFile() {
        assertThatThrownBy(() -> ReadRows.of(folder, WHEN, "a.csv", TWO_FIGURES.replace("kind", "sort")))
                .hasMessageStartingWith("a.csv has no column \"kind\"; it has area, event, at, actual, sort (a.csv:1)");
    }

    @Test
    void titlesThatSomeRowCouldBothHaveAreRefused() {
        String overlapping = WHEN.replace("when: {kind: [\"y/y\", yoy]}", "when: {kind: [\"y/y\", \"m/m\"]}");
        String other = WHEN.replace("when: {kind: [\"y/y\", yoy]}", "when: {sort: yoy}");
        String bare = WHEN.replace("when: {kind: [\"y/y\", yoy]}, ", "");

        for (String profile : List.of(overlapping, other, bare)) {
            assertThatThrownBy(() -> ReadRows.profile(folder, profile))
                    .as(profile)
                    .hasMessage(folder.resolve("mine.yaml")
                            + ":6: title: overlaps with \"CPI\", which stands above: their dates from and to"
                            + " may share no day");
        }
    }

    @Test
    void twoTitlesOfOneIndicatorStillMayNotShareADay() {
        assertThatThrownBy(() -> ReadRows.profile(folder, WHEN.replace("us-cpi-yoy", "us-cpi-mom")))
                .hasMessageEndingWith(
                        "overlaps with \"CPI\", which means us-cpi-mom too: their dates from and to may share no"
                                + " day");
    }

    @Test
    void aProfileTakesTheTitlesOfAnother() throws IOException {
        Files.writeString(folder.resolve("other.yaml"), PROFILE + """
              - {area: USD, title: CPI, indicator: us-cpi-mom}
              - {area: USD, title: Payrolls, indicator: us-nonfarm-payrolls}
              - {area: USD, title: Jobless, indicator: us-unemployment-rate}
            """);
        String mine = PROFILE.replace("source: mine\n", "source: mine\ntitlesFrom: other\n") + """
              - {area: USD, title: CPI, indicator: us-cpi-yoy}
              - {area: USD, title: Unemployment, indicator: us-unemployment-rate}
            """;

        ReadRows rows = ReadRows.of(folder, mine, "a.csv", """
            area,event,at,actual
            USD,CPI,2026-06-10 12:30,1
            USD,Payrolls,2026-06-05 12:30,2
            USD,Unemployment,2026-06-05 12:30,3
            USD,Jobless,2026-06-05 12:30,4
            """);

        assertThat(indicators(rows))
                .as("own titles replace those of the same title or indicator")
                .containsExactly("us-cpi-yoy 1", "us-nonfarm-payrolls 2", "us-unemployment-rate 3");
        assertThat(rows.unmapped).containsExactly("USD Jobless");
    }

    @Test
    void titlesAreTakenFromAProfileThatHasThemItself() throws IOException {
        Files.writeString(folder.resolve("third.yaml"), "titlesFrom: other\n" + PROFILE.replace("titles:\n", ""));

        assertThatThrownBy(() -> ReadRows.profile(folder, "titlesFrom: third\n" + PROFILE.replace("titles:\n", "")))
                .hasMessage(folder.resolve("mine.yaml")
                        + ":1: titlesFrom: \"third\" takes its titles from \"other\"; name that profile");
    }

    @Test
    void aFaultOfTheOtherProfileNamesItsFile() throws IOException {
        Files.writeString(folder.resolve("other.yaml"), PROFILE + "  - {title: CPI, indicator: us-cpi}\n");

        assertThatThrownBy(() -> ReadRows.profile(folder, "titlesFrom: other\n" + PROFILE.replace("titles:\n", "")))
                .hasMessageContaining("other.yaml:5: indicator: no indicator has the id \"us-cpi\"");
    }

    @Test
    void aSentProfileTakesTitlesFromTheHomeBeforeTheShippedOnesAndIsNamedAsSent() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path shipped = Files.createDirectories(folder.resolve("shipped"));
        Files.writeString(home.resolve("other.yaml"), PROFILE + "  - {title: CPI, indicator: us-cpi-yoy}\n");
        Files.writeString(shipped.resolve("other.yaml"), PROFILE + "  - {title: CPI, indicator: us-cpi-mom}\n");
        Profiles profiles = new Profiles(shipped, home, () -> ReadRows.CATALOGUE);
        String sent = "titlesFrom: other\n" + PROFILE.replace("titles:\n", "");

        assertThat(profiles.sent("mine.yaml", sent.getBytes(StandardCharsets.UTF_8))
                        .titles()
                        .get("|CPI"))
                .extracting(title -> title.indicator().id().value())
                .containsExactly("us-cpi-yoy");
        assertThatThrownBy(() ->
                        profiles.sent("mine.yaml", sent.replace("other", "gone").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("mine.yaml:1: titlesFrom: no profile has the name \"gone\"");
        assertThatThrownBy(() -> profiles.sent("mine.yaml", "source: [".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("mine.yaml:1: file: is not YAML");
    }

    @Test
    void aPathIsReadBesideItsNeighboursAndAHomeProfileReplacesAShippedOne() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path shipped = Files.createDirectories(folder.resolve("shipped"));
        Files.writeString(
                shipped.resolve("x.yaml"), PROFILE.replace("mine", "shipped").replace("titles:\n", ""));
        Files.writeString(
                home.resolve("x.yaml"), PROFILE.replace("mine", "home").replace("titles:\n", ""));
        Files.writeString(
                folder.resolve("x.yaml"), PROFILE.replace("mine", "path").replace("titles:\n", ""));
        Profiles profiles = new Profiles(shipped, home, () -> ReadRows.CATALOGUE);

        assertThat(profiles.named("x").source()).isEqualTo("home");
        assertThat(profiles.named(folder.resolve("x.yaml").toString()).source()).isEqualTo("path");
        Files.delete(home.resolve("x.yaml"));
        assertThat(profiles.named("x").source()).isEqualTo("shipped");
        assertThatThrownBy(() -> profiles.named("../x")).hasMessageStartingWith("Profile \"../x\" does not exist");
    }

    @Test
    void theTitleOfAFileNameHasNoExtension() {
        String profile = """
            source: mine
            file: {columns: {instant: at, actual: actual}, titleFrom: file-name}
            instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
            titles:
              - {title: U.S. CPI, indicator: us-cpi-yoy}
            """;

        for (String name : List.of("U.S. CPI.csv", "U.S. CPI.csv.gz", "U.S. CPI.txt")) {
            assertThat(ReadRows.of(folder, profile, name, "at,actual\n2026-06-10 12:30,1\n").mapped)
                    .as(name)
                    .hasSize(1);
        }
    }
}
