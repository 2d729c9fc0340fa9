package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Answers of many megabytes. What they hold while they are sent is measured with the answer half read: what is
/// allocated and thrown away again costs no memory.
@Timeout(180)
class LongAnswersTest {

    /// What the server allocates meanwhile anyway. A longer answer may hold up to half of its length, so that the test
    /// does not depend on when the memory is collected, but still notices one that is held as a whole.
    private static final long MOST_HELD = 24L << 20;
    private static final int READ_FIRST = 2 << 20;

    @TempDir
    static Path folder;

    private static SmallServer server;

    @BeforeAll
    static void start() throws Exception {
        server = SmallServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aLongAnswerIsNeverHeldAsAWhole() throws Exception {
        String centuries = "?from=1900-01-01T00:00:00Z&asOf=2099-12-31T00:00:00Z";
        for (String path : List.of("exports/bias" + centuries, "bias/SPX/history" + centuries)) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.address("/api/v1/" + path)).build();
            read(request, 0);
            long before = held();
            long[] during = read(request, READ_FIRST);

            assertThat(during[1]).as(path).isGreaterThan(2L * READ_FIRST);
            assertThat(during[0] - before).as(path).isLessThan(Math.max(MOST_HELD, during[1] / 2));
        }
    }

    /// Reads an answer to its end.
    ///
    /// @param first bytes to read before the memory in use is measured
    /// @return the memory in use then, and the length of the answer
    private static long[] read(HttpRequest request, int first) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = server.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (InputStream body = answer.body()) {
            body.skipNBytes(first);
            long held = first == 0 ? 0 : held();
            return new long[] {held, first + body.transferTo(OutputStream.nullOutputStream())};
        }
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
