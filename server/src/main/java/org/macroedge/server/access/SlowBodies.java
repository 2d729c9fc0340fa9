package org.macroedge.server.access;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Breaks off requests whose body comes too slowly. The web server itself ends connections that are idle, but one byte
/// from time to time would hold a connection, its thread and its part of a file for as long as the sender likes.
final class SlowBodies extends Handler.Wrapper {

    private final Duration grace;
    private final long bytesPerSecond;

    /// @param grace after which the rate counts
    /// @param bytesPerSecond on average, the least that is accepted
    SlowBodies(Duration grace, long bytesPerSecond) {
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new Measured(request), response, callback);
    }

    private final class Measured extends Request.Wrapper {

        private long firstDemand;
        private long bytes;
        private volatile Content.@Nullable Chunk fault;

        private Measured(Request request) {
            super(request);
        }

        @Override
        public void demand(Runnable ready) {
            long now = System.nanoTime();
            if (firstDemand == 0) {
                firstDemand = now;
            }
            if (isTooSlow(now - firstDemand)) {
                fault = Content.Chunk.from(new TimeoutException("the body comes too slowly"));
                ready.run();
            } else {
                super.demand(ready);
            }
        }

        private boolean isTooSlow(long nanos) {
            Duration elapsed = Duration.ofNanos(nanos);
            return elapsed.compareTo(grace) > 0 && bytes < elapsed.toMillis() * bytesPerSecond / 1000;
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk known = fault;
            if (known != null) {
                return known;
            }
            Content.Chunk chunk = super.read();
            if (chunk != null) {
                bytes += chunk.remaining();
            }
            return chunk;
        }
    }
}
