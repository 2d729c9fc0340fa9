package org.macroedge.server.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

class UnusableHomeTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsNoHome() throws IOException {
        assertRefused(Files.createFile(folder.resolve("file")), ProblemCode.HOME_FAULT)
                .hasMessageStartingWith("the home directory is a file (");
    }

    @Test
    void aHomeBelowAFileCannotBeWritten() throws IOException {
        assertRefused(Files.createFile(folder.resolve("file")).resolve("home"), ProblemCode.HOME_FAULT)
                .hasMessageStartingWith("the home directory cannot be written: ");
    }

    @Test
    void aHomeWhoseLockIsAFolderCannotBeLocked() throws IOException {
        Files.createDirectories(new HomeDirectory(folder).lockFile());

        MacroEdgeException refused = catchThrowableOfType(
                MacroEdgeException.class, () -> HomeLock.forCommand(new HomeDirectory(folder), note -> {}));

        DeclaredMessages.assertSeen("HomeMessage.UNLOCKABLE", String.valueOf(refused.getMessage()));
    }

    private AbstractThrowableAssert<?, ?> assertRefused(Path path, ProblemCode code) {
        return assertThatThrownBy(() -> HomeLock.forCommand(new HomeDirectory(path), note -> {}))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @Test
    void tooLittleSpaceIsRefusedWithBothNumbers() {
        assertThatThrownBy(() -> DiskSpace.require(folder, Long.MAX_VALUE, "to set up the store"))
                .hasMessageMatching("not enough disk space to set up the store: [0-9,]+ MB are needed, [0-9,]+ MB are"
                        + " free \\(.*\\). Free some space and try again");
        DiskSpace.require(folder, 1, "to set up the store");
    }

    @Test
    void aHomeOfAnotherUserIsRefused() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path others = Path.of("/");
        if (Files.getAttribute(own, "unix:uid").equals(0)) {
            others = own;
            Files.setAttribute(own, "unix:uid", 4711);
        }

        MacroEdgeException refused = catchThrowableOfType(MacroEdgeException.class, new HomeDirectory(others)::prepare);

        DeclaredMessages.assertSeen("HomeMessage.OF_ANOTHER_USER", String.valueOf(refused.getMessage()));
    }

    @Test
    void aFullDiskIsNoUnwritableHome() {
        IOException full = new IOException("write failed", new IOException("No space left on device"));

        assertThat(HomeDirectory.unwritable(folder, full).code()).isEqualTo(ProblemCode.DISK_FULL);
        assertThat(HomeDirectory.unwritable(folder, new IOException("denied")).code())
                .isEqualTo(ProblemCode.HOME_FAULT);
    }

    @Test
    void theNoteOfAServerIsBelievedOnlyInTheHomeThatItHolds() throws IOException {
        HomeDirectory home = new HomeDirectory(folder.resolve("home"));
        HomeDirectory copy = new HomeDirectory(folder.resolve("copy"));
        try (HomeLock held = HomeLock.forServer(home, note -> {})) {
            ServerFile.write(home, URI.create("http://127.0.0.1:8080"), "secret");
            HomeLock.forCommand(copy, note -> {}).close();
            Files.copy(home.serverFile(), copy.serverFile());
            Files.write(copy.lockFile(), Files.readAllBytes(home.lockFile()));

            assertThat(ServerFile.read(home)).isPresent();
            assertThat(ServerFile.read(copy)).isEmpty();
        }
        assertThat(ServerFile.read(home)).as("its server has ended").isEmpty();
        try (HomeLock command = HomeLock.forCommand(home, note -> {})) {
            assertThat(ServerFile.read(home)).as("a command holds it").isEmpty();
        }
    }
}
