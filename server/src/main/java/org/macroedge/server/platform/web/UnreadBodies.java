package org.macroedge.server.platform.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/// Reads and drops what is left of a body when a request is answered before its end, as one that is refused by its head
/// is. The web server would close the connection at once, and a client that is still sending would find its connection
/// reset instead of the answer.
@ServerOnly
final class UnreadBodies implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    /// A client that has more to send is cut off.
    private static final Duration LONGEST = Duration.ofSeconds(10);

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
            return super.handle(body, response, new Callback.Nested(callback) {
                @Override
                public void succeeded() {
                    body.drop(System.nanoTime() + longest.toNanos(), super::succeeded);
                }

                @Override
                public void failed(Throwable fault) {
                    body.drop(System.nanoTime() + longest.toNanos(), () -> super.failed(fault));
                }
            });
        }
    }

    /// Hides from the web server that a reader gave up, so that the rest can still be read.
    private static final class Body extends Request.Wrapper {

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
            isBegun |= chunk != null;
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

        private void drop(long end, Runnable then) {
            forgetBrokenParts();
            if (isSent() && !isBroken) {
                dropRest(end, then);
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
                    super.demand(() -> dropRest(end, then));
                    return;
                }
                chunk.release();
                if (chunk.isLast() || isBroken) {
                    break;
                }
            }
            then.run();
        }
    }
}
