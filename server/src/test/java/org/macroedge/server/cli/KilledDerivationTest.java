package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.bias.DerivedRows;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.soak.Soak;

/// Two processes that derive the rows of one store at the same time and are killed at random leave the rows that one
/// process leaves.
@Tag("system")
@Tag("seeded")
class KilledDerivationTest {

    private static final int ROUNDS = Soak.rounds(4, 12);
    private static final int MONTHS = 96;
    private static final long SEED = 20161108;
    private static final List<String> INDICATORS = List.of(
            "us-nonfarm-payrolls",
            "us-cpi-mom",
            "us-fed-funds-rate",
            "au-employment-change",
            "de-ifo-business-climate",
            "gb-cpi-yoy");

    @TempDir
    private Path folder;

    @Test
    void afterKillsTheRowsOfTwoProcessesAreThoseOfOne() throws Exception {
        String alone = TestDatabase.freshAddress();
        String shared = TestDatabase.freshAddress();
        for (int file = 0; file < ROUNDS; file++) {
            Files.writeString(file(file), rows(file));
        }
        long whole = importAlone(alone);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Process first = importing("first", shared, file(round));
            Process second = importing("second", shared, file((round + 1) % ROUNDS));
            killWithin(whole, first, random);
            killWithin(whole, second, random);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Process first = importing("first", shared, file(round));
            Process second = importing("second", shared, file((round + 1) % ROUNDS));
            assertEnds("first", first);
            assertEnds("second", second);
        }
        try (Database one = Database.at(alone);
                Database two = Database.at(shared)) {
            DerivedRows expected = DerivedRows.of(one);
            assertThat(expected.size("bias")).isGreaterThan(100_000);
            DerivedRows.of(two).assertEqualTo(expected, "seed " + SEED);
        }
    }

    /// @return the milliseconds of the longest import with all that follows from it
    private long importAlone(String address) throws Exception {
        long longest = 0;
        for (int file = 0; file < ROUNDS; file++) {
            long start = System.nanoTime();
            assertThat(importing("alone", address, file(file)).waitFor()).isZero();
            longest = Math.max(longest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        return longest;
    }

    private static void killWithin(long whole, Process process, SplittableRandom random) throws InterruptedException {
        if (!process.waitFor(random.nextLong(whole / 4, whole), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private Path file(int number) {
        return folder.resolve("rows-" + number + ".csv");
    }

    private void assertEnds(String name, Process process) throws Exception {
        int status = process.waitFor();
        assertThat(status).as(Files.readString(folder.resolve(name + ".log"))).isZero();
    }

    private Process importing(String name, String address, Path file) throws IOException {
        return ImportProcess.start(folder.resolve(name), file, Map.of(Variable.DATABASE_URL.key(), address));
    }

    /// Some releases of each indicator, in turn, so that each file fills gaps of the others.
    private static String rows(int file) {
        StringBuilder rows = new StringBuilder("indicator,released_at,period,actual,forecast,previous\n");
        for (int index = 0; index < INDICATORS.size(); index++) {
            for (int month = file; month < MONTHS; month += ROUNDS) {
                Instant released = Instant.parse(
                        "%d-%02d-%02dT13:30:00Z".formatted(2012 + month / 12, 1 + month % 12, 3 + 4 * index));
                rows.append("%s,%s,,%d,2,\n".formatted(INDICATORS.get(index), released, (month * 7 + index) % 5));
            }
        }
        return rows.toString();
    }
}
