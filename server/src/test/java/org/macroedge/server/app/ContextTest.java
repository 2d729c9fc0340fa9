package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.events.EventConsumer;
import org.macroedge.server.jobs.Task;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.releases.importing.Imports;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/// The modules as a short command and as a server join them.
class ContextTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-02-01T08:30:00Z"), ZoneOffset.UTC);
    private static final String OURS = "org.macroedge.server.";

    private final List<String> notes = new ArrayList<>();
    private final Settings settings;

    ContextTest(@TempDir Path folder) {
        this.settings = Settings.of(Map.of(), notes::add)
                .withHome(folder.resolve("home"))
                .withCatalogue(Path.of("../catalogue"))
                .withoutSample()
                .withPort(0);
    }

    @Test
    void aCommandMakesOnlyWhatItAsksForAndNothingOfAServer() {
        try (Session session = Session.open(settings, CLOCK, notes::add)) {
            ConfigurableListableBeanFactory beans = session.context().getBeanFactory();
            assertThat(beans.getBeanDefinitionNames())
                    .noneMatch(name -> name.contains("Controller") || name.contains("web") || name.contains("access"))
                    .doesNotContain("eventPump", "taskRunner", "runningImports");
            assertThat(beans.containsSingleton("latestBias")).isFalse();
            assertThat(beans.containsSingleton("storedBias")).isFalse();

            session.get(LatestBias.class);

            assertThat(beans.containsSingleton("latestBias")).isTrue();
            assertThat(beans.containsSingleton("exports")).isFalse();
            assertThat(session.get(Imports.class).isEmpty()).isTrue();
        }
        assertThat(settings.home().database().resolve("postmaster.pid")).doesNotExist();
        assertThat(notes)
                .startsWith(
                        "First run: setting up the store in " + settings.home().path());
    }

    @Test
    void everyBeanOfOursInAServerComesFromTheConfigurationOfItsModule() {
        try (Server server = Server.start(settings, CLOCK, notes::add)) {
            ConfigurableApplicationContext context = server.context();
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            Set<String> modules = Arrays.stream(Modules.SERVER)
                    .map(Class::getName)
                    .map(ContextTest::module)
                    .collect(Collectors.toSet());
            assertThat(Stream.of(beans.getBeanDefinitionNames())
                            .map(name -> String.valueOf(beans.getType(name)))
                            .map(type -> type.replaceFirst("^(class|interface) ", ""))
                            .filter(type -> type.startsWith(OURS))
                            .map(ContextTest::module))
                    .isSubsetOf(modules);
            assertThat(context.getBeansOfType(EventConsumer.class)).containsKeys("storedSurprises", "storedBias");
            assertThat(context.getBeansOfType(Task.class).values())
                    .extracting(Task::name)
                    .contains("trim-event-log", "refresh-catalogue");
        }
        assertThat(settings.home().database().resolve("postmaster.pid")).doesNotExist();
        assertThat(settings.home().serverFile()).doesNotExist();
    }

    /// What it adds to the log would be lines that are not ours, and an end before that of the server.
    @Test
    void theFrameworkOfTheServerDoesNotTouchTheLog() {
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        List<TurboFilter> filters = List.copyOf(log.getTurboFilterList());
        try (Server server = Server.start(settings, CLOCK, notes::add)) {
            assertThat(server.context().getBeansOfType(LoggingSystem.class)).isEmpty();
            assertThat(log.getStatusManager().getCopyOfStatusListenerList()).isEmpty();
            assertThat(log.getTurboFilterList()).isEqualTo(filters);
        }
        assertThat(log.isStarted()).isTrue();
    }

    @Test
    void aPortThatIsTakenIsNamedAndTheHomeIsFreeAgain() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Server.start(settings.withPort(taken.getLocalPort()), CLOCK, notes::add))
                    .isInstanceOfSatisfying(
                            MacroEdgeException.class,
                            fault -> assertThat(fault.code()).isEqualTo(ProblemCode.SETTING_FAULT))
                    .hasMessageStartingWith("another program listens at port " + taken.getLocalPort());
        }
        Session.open(settings, CLOCK, notes::add).close();
    }

    @Test
    void aFaultOfTheCatalogueIsToldAsItIsAndTheHomeIsFreeAgain(@TempDir Path empty) throws IOException {
        Files.createDirectories(empty.resolve("indicators"));
        HomeDirectory home = settings.home();

        assertThatThrownBy(() -> Session.open(settings.withCatalogue(empty), CLOCK, notes::add))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("instruments.yaml");
        assertThat(home.database().resolve("postmaster.pid")).doesNotExist();
        Session.open(settings, CLOCK, notes::add).close();
    }

    private static String module(String type) {
        return type.substring(OURS.length()).replaceFirst("\\..*", "");
    }
}
