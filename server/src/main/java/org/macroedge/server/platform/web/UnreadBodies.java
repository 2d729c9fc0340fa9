package org.macroedge.server.platform.web;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/// Reads and drops what is left of a body when a request is answered before its end, as one that is refused by its head
/// is. The web server would close the connection at once, and a client that is still sending would find its connection
/// reset instead of the answer.
@ServerOnly
final class UnreadBodies implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    /// A client that has more to send, or sends nothing, is cut off.
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /// Of a body that is longer, the rest is not likely to come in time.
    private static final long MOST_BYTES = 64L << 20;

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.insertHandler(new Reader(LONGEST)));
    }

    /// Before the handlers that answer.
    static final class Reader extends Handler.Wrapper {

        private final Duration longest;

        /// @param longest after the answer, how long a body is read
        Reader(Duration longest) {
            this.longest = longest;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Body body = new Body(request);
            return super.handle(body, new Answer(body, response), new Callback.Nested(callback) {
                @Override
                public void succeeded() {
                    body.drop(longest, super::succeeded);
                }

                @Override
                public void failed(Throwable fault) {
                    body.drop(longest, () -> super.failed(fault));
                }
            });
        }
    }

    /// Says that the connection closes where the rest of the body is not waited for, or most likely in vain.
    private static final class Answer extends Response.Wrapper {

        private final Body body;

        private Answer(Body body, Response response) {
            super(body, response);
            this.body = body;
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
            if (!isCommitted() && !body.isReadable()) {
                getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            }
            super.write(last, bytes, callback);
        }
    }

    /// Hides from the web server that a reader gave up, so that the rest can still be read.
    private static final class Body extends Request.Wrapper {

        private volatile long read;
        private volatile boolean isBegun;
        private volatile boolean isBroken;
        private volatile Content.@Nullable Chunk givenUp;

        private Body(Request request) {
            super(request);
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk known = givenUp;
            return known == null ? readRest() : known;
        }

        private Content.@Nullable Chunk readRest() {
            Content.Chunk chunk = super.read();
            if (chunk != null) {
                isBegun = true;
                read += chunk.remaining();
            }
            isBroken |= Content.Chunk.isFailure(chunk);
            return chunk;
        }

        @Override
        public void demand(Runnable ready) {
            if (givenUp == null) {
                super.demand(ready);
            } else {
                ready.run();
            }
        }

        @Override
        public void fail(Throwable fault) {
            givenUp = Content.Chunk.from(fault);
        }

        /// Whether the connection can take another request. It can after [#drop]; the web server's own way would make
        /// the rest unreadable.
        @Override
        public boolean consumeAvailable() {
            return isSent() && !isBroken || super.consumeAvailable();
        }

        /// A client that waits for leave to send its body does not send it after the answer.
        private boolean isSent() {
            return isBegun || !getHeaders().contains(HttpHeader.EXPECT);
        }

        /// Whether the rest can be read before the next request. A body without a length may be.
        private boolean isReadable() {
            return isSent() && getLength() - read <= MOST_BYTES;
        }

        private void drop(Duration longest, Runnable then) {
            forgetBrokenParts();
            if (isSent() && !isBroken) {
                dropRest(System.nanoTime() + longest.toNanos(), then);
            } else {
                then.run();
            }
        }

        /// The web server asks for the parts once more when all is done, and breaks the connection off where they could
        /// not be read.
        private void forgetBrokenParts() {
            String parts = MultiPartFormData.class.getName();
            if (getAttribute(parts) instanceof CompletableFuture<?> read && read.isCompletedExceptionally()) {
                removeAttribute(parts);
            }
        }

        private void dropRest(long end, Runnable then) {
            while (System.nanoTime() - end < 0) {
                Content.Chunk chunk = readRest();
                if (chunk == null) {
                    awaitMore(end, then);
                    return;
                }
                chunk.release();
                if (chunk.isLast() || isBroken) {
                    break;
                }
            }
            then.run();
        }

        /// Closing the connection ends the wait with a failure.
        private void awaitMore(long end, Runnable then) {
            EndPoint client = getConnectionMetaData().getConnection().getEndPoint();
            Scheduler.Task cutOff = getComponents()
                    .getScheduler()
                    .schedule(client::close, Math.max(end - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
            super.demand(() -> {
                cutOff.cancel();
                dropRest(end, then);
            });
        }
    }
}
