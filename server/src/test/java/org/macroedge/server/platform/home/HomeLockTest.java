package org.macroedge.server.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.messages.DeclaredMessages;

class HomeLockTest {

    private static final long SELF = ProcessHandle.current().pid();

    private final HomeDirectory home;
    private final List<String> notes = new ArrayList<>();

    HomeLockTest(@TempDir Path folder) {
        this.home = new HomeDirectory(folder);
    }

    @Test
    void aWaitOfHalfASecondIsToldOnceWithTheProcessAndTheLimit() {
        try (HomeLock held = HomeLock.forCommand(home, notes::add)) {
            assertThatThrownBy(() -> HomeLock.forCommand(home, Duration.ofSeconds(1), notes::add))
                    .hasMessageStartingWith("the home directory is in use by another command, process " + SELF);
        }
        assertThat(notes).containsExactly("Waiting up to 1 seconds for another command, process " + SELF);
    }

    @Test
    @Timeout(60)
    void aWaitForLongWorkIsToldAndHasNoLimit() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        FutureTask<Boolean> waiting = new FutureTask<>(() -> {
            HomeLock.forCommand(home, Duration.ofMillis(600), told::add).close();
            return true;
        });
        try (HomeLock held = HomeLock.forCommand(home, notes::add)) {
            held.busy(true);
            Thread.ofVirtual().start(waiting);
            DeclaredMessages.assertSeen("NoteMessage.WAITING_FOR_WORK", told.take());
        }
        assertThat(waiting.get()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void aShortWaitIsNotTold() {
        try (HomeLock held = HomeLock.forServer(home, notes::add)) {
            assertThatThrownBy(() -> HomeLock.forCommand(home, Duration.ofMillis(200), notes::add))
                    .hasMessageStartingWith("the home directory is in use by a server, process " + SELF);
        }
        assertThat(notes).isEmpty();
    }

    @Test
    void aFreedHomeIsTaken() {
        HomeLock.forServer(home, notes::add).close();
        HomeLock.forCommand(home, notes::add).close();
        assertThat(notes).isEmpty();
    }

    @Test
    @Timeout(5)
    void nobodyWaitsForAServerThatAnswers() {
        try (HomeLock held = HomeLock.forServer(home, notes::add)) {
            assertThatThrownBy(() -> HomeLock.forServer(home, notes::add))
                    .hasMessageStartingWith("the home directory is in use by a server, process " + SELF);
            ServerFile.write(home, URI.create("http://127.0.0.1:8080"), "secret");
            assertThatThrownBy(() -> HomeLock.forCommand(home, notes::add))
                    .hasMessageStartingWith("the home directory is in use by a server, process " + SELF);
        }
    }
}
