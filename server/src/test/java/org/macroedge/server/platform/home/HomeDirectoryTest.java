package org.macroedge.server.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void theFirstRunMakesAFolderForTheUsersOwnProfiles() throws IOException {
        HomeDirectory home = new HomeDirectory(folder.resolve("home"));
        HomeLock.forCommand(home, note -> {}).close();

        assertThat(home.profiles().resolve("README.md")).content().contains("--profile NAME", "import-a-calendar.md");
        Files.delete(home.profiles().resolve("README.md"));
        HomeLock.forCommand(home, note -> {}).close();
        assertThat(home.profiles()).as("only the first run").isEmptyDirectory();
    }
}
