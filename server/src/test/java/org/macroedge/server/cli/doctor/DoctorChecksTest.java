package org.macroedge.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.server.calendar.view.CompletenessAnswer;
import org.macroedge.server.calendar.view.CompletenessSummary;
import org.macroedge.server.calendar.view.RegionCompleteness;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.time.VirtualClock;
import org.macroedge.server.sources.keys.KeyMessage;
import org.macroedge.server.sources.view.SourceItem;
import org.macroedge.server.sources.view.SourceList;
import org.macroedge.server.surprises.view.AnswerHeader;

class DoctorChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Path CATALOGUE = Path.of("../catalogue");

    @TempDir
    Path folder;

    @Test
    void aSoundInstallationIsOk() throws IOException {
        HomeDirectory home = new HomeDirectory(folder.resolve("new"));
        Path launcher = launcher("done 12 1700000000");

        assertThat(List.of(
                        MachineChecks.java(Runtime.Version.parse("25.0.3+9")),
                        MachineChecks.memory(512),
                        MachineChecks.caches(launcher.toString()),
                        HomeChecks.home(home).getFirst(),
                        HomeChecks.space(10_000),
                        HomeChecks.catalogue(CATALOGUE, home).getFirst(),
                        StoreChecks.derived(false),
                        StoreChecks.clock(NOW, NOW)))
                .allSatisfy(check -> assertThat(check.state()).as(check.text()).isEqualTo("ok"))
                .extracting(Check::text)
                .contains("created in 12 seconds", home.path() + " does not exist yet; the first command creates it");
    }

    @Test
    void theClockOfTheMachineNeedsNoWord() {
        assertThat(MachineChecks.clock(Clock.fixed(NOW, ZoneOffset.UTC))).isEmpty();
    }

    @Test
    void aCheckSaysWhatItFoundAndWhatToDo() throws IOException {
        Map<String, Check> found = new LinkedHashMap<>();
        found.put("OTHER_JAVA", MachineChecks.java(Runtime.Version.parse("26")));
        found.put("SMALL_HEAP", MachineChecks.memory(100));
        found.put("NO_CACHES", MachineChecks.caches(null));
        found.put(
                "CACHES_IN_TRAINING",
                MachineChecks.caches(launcher("running 1 2").toString()));
        found.put(
                "CACHES_FAILED",
                MachineChecks.caches(launcher("failed short serve").toString()));
        found.put("LITTLE_SPACE", HomeChecks.space(100));
        found.put("BEHIND", StoreChecks.derived(true));
        found.put("CLOCK_BEHIND", StoreChecks.clock(NOW, NOW.plusSeconds(1)));
        found.put(
                "VIRTUAL_CLOCK",
                MachineChecks.clock(VirtualClock.of(
                                        Clock.fixed(NOW, ZoneOffset.UTC),
                                        "2019-12-15T00:00:00Z,2026-11-27T08:00:00Z,60")
                                .orElseThrow())
                        .orElseThrow());
        found.put("EMPTY_STORE", StoreChecks.data(0, List.of()));
        found.put("ONLY_SAMPLE", StoreChecks.data(1, List.of()));
        found.put("SOURCE_RESTS", SourceChecks.all(source("resting")).getFirst());
        found.put("OUTSTANDING", CompletenessChecks.of(completeness(NOW.minusSeconds(200_000))));
        found.put("SQL_CLOSED", SqlChecks.of(Settings.of(Map.of(), note -> {}).withHome(folder.resolve("without"))));
        found.put("SOURCE_KEY", SourceChecks.all(source("off", unreadable())).getFirst());
        found.put("STORE_UNUSABLE", Check.unusable("the database does not answer"));
        found.put("STORE_UNREACHABLE", Check.unreachable("the database does not answer"));
        found.put("CLOCKS_DIFFER", StoreChecks.clocks(NOW, NOW.minusSeconds(11)).orElseThrow());
        found.putAll(homes());
        found.putAll(servers());

        found.forEach((name, check) ->
                DeclaredMessages.assertSeen("DoctorMessage." + name, check.text() + ". " + check.remedy()));
        assertThat(found.values()).noneMatch(check -> check.state().equals("ok"));
    }

    /// @param since null where nothing is late
    private static CompletenessAnswer completeness(@Nullable Instant since) {
        int late = since == null ? 0 : 1;
        return new CompletenessAnswer(
                new AnswerHeader(NOW, false, false),
                new CompletenessSummary(
                        NOW.minusSeconds(8_640_000),
                        90,
                        88 - late,
                        1,
                        late,
                        1,
                        0,
                        0,
                        3,
                        late,
                        since,
                        List.of(new RegionCompleteness("US", 1, late, 1, 0, late, since))),
                List.of());
    }

    @Test
    void whatIsNotLateIsOk() {
        Check check = CompletenessChecks.of(completeness(null));

        assertThat(check.state()).isEqualTo("ok");
        assertThat(check.text())
                .isEqualTo("88 of 90 expected in the 100 days before 2026-11-26T12:00:00Z have a figure, 1 are due,"
                        + " none is late, 1 missing; 3 more are of indicators without any figure");
    }

    private static String unreadable() {
        return KeyMessage.UNREACHABLE.text("secret/macro-edge");
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatAVaultDoesNotGiveIsWarnedOf(KeyMessage fault) {
        assertThat(SourceChecks.all(source("off", fault.wording().plain().text()))
                        .getFirst()
                        .state())
                .isEqualTo("warn");
    }

    @Test
    void clocksThatDifferByTheTimeOfAQuestionAreNotWarnedOf() {
        assertThat(StoreChecks.clocks(NOW, NOW.plusSeconds(10))).isEmpty();
    }

    private static SourceList source(String state) {
        return source(state, "off or resting");
    }

    private static SourceList source(String state, String note) {
        return new SourceList(List.of(new SourceItem(
                "feed",
                "Feed",
                "all",
                state,
                note,
                "https://x.example.org",
                null,
                "Feed",
                true,
                null,
                false,
                false,
                "none",
                false,
                null,
                null,
                null,
                null,
                null,
                null)));
    }

    @Test
    void aSourceThatIsOnOrOffIsOk() {
        assertThat(SourceChecks.all(source("on")).getFirst().text())
                .isEqualTo("feed is on, and was not asked yet: `ingest` asks it; not tried live");
        assertThat(SourceChecks.all(source("off")).getFirst().text()).isEqualTo("feed is off or resting");
    }

    private Map<String, Check> homes() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        HomeDirectory open = new HomeDirectory(folder.resolve("open")).prepare();
        Files.setPosixFilePermissions(open.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(open.profiles());
        Files.writeString(open.profiles().resolve("mine.yaml"), "source: mine");
        Path broken = Files.createDirectories(folder.resolve("catalogue"));
        return Map.of(
                "NOT_A_FOLDER", HomeChecks.home(new HomeDirectory(file)).getFirst(),
                "OPEN_HOME", HomeChecks.home(open).getFirst(),
                "FAULTY_PROFILE", HomeChecks.catalogue(CATALOGUE, open).getLast(),
                "FAULTY_CATALOGUE", HomeChecks.catalogue(broken, open).getFirst());
    }

    private static Map<String, Check> servers() throws IOException {
        return Map.of(
                "SERVER_SILENT", served(null).getFirst(),
                "SERVER_DOWN", served("{\"status\": \"DOWN\"}").getFirst(),
                "PART_DOWN",
                        served("{\"status\": \"DOWN\", \"components\": {\"jobs\": {\"status\": \"DOWN\", \"details\":"
                                        + " {\"reason\": \"the scheduler of jobs does not run\"}}}}")
                                .get(1),
                "PART_SLOWER",
                        served("{\"status\": \"UP\", \"components\": {\"redis\": {\"status\": \"SLOWER\"}}}")
                                .get(1),
                "OTHER_CATALOGUE",
                        served("{\"status\": \"UP\", \"components\": {\"catalogue\": {\"details\": "
                                        + "{\"difference\": \"The files differ.\"}}}}")
                                .getLast());
    }

    /// @param health null for a server that hangs up
    private static List<Check> served(@Nullable String health) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            if (health != null) {
                byte[] body = health.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            return ServerChecks.all(new ServerFile(address, 1, NOW, ""), Clock.fixed(NOW, ZoneOffset.UTC));
        } finally {
            server.stop(0);
        }
    }

    private Path launcher(String training) throws IOException {
        Path launcher = Files.createDirectories(folder.resolve(training.replace(' ', '-')));
        Files.writeString(launcher.resolve("training"), training + "\n");
        return launcher;
    }
}
