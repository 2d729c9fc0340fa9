package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFolderTest {

    @TempDir
    Path temporary;

    @Test
    void onlyFoldersWhoseLockNobodyHoldsAreRemoved() throws Exception {
        Path stale = Files.createDirectories(temporary.resolve("macro-edge-test1/home/database"))
                .getParent();
        Files.createFile(temporary.resolve("macro-edge-test1/in-use.lock"));
        Path unknown = Files.createDirectory(temporary.resolve("macro-edge-test2"));
        Path other = Files.createDirectory(temporary.resolve("other"));
        Process holder = holder(Files.createDirectory(temporary.resolve("macro-edge-test3")));
        try {
            TestFolder.removeStale(temporary);

            assertThat(stale).doesNotExist();
            assertThat(temporary.resolve("macro-edge-test3")).exists();
            assertThat(unknown).exists();
            assertThat(other).exists();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        TestFolder.removeStale(temporary);
        assertThat(temporary.resolve("macro-edge-test3")).doesNotExist();
    }

    /// Another process that holds the lock of a folder: locks of one's own are not seen as held.
    private static Process holder(Path folder) throws Exception {
        Process holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.resolve("in-use.lock").toString())
                .start();
        assertThat(holder.getInputStream().read()).isEqualTo('1');
        return holder;
    }

    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .lock();
            System.out.print('1');
            System.out.flush();
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
