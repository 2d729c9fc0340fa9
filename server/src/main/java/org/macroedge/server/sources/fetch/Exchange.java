package org.macroedge.server.sources.fetch;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.net.PublicAddresses;

/// One request and its answer over the network, with nothing left open after it.
final class Exchange implements AutoCloseable {

    static final int SECONDS_OF_SILENCE = 20;

    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    /// Between two parts of an answer.
    private static final Timeout SILENCE = Timeout.ofSeconds(SECONDS_OF_SILENCE);

    private static final int MOST_CONNECTIONS = 8;
    private static final int MOST_REDIRECTS = 3;
    private static final int MOST_BYTES_OF_REFUSAL = 4096;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Clock clock;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    /// What came: a body, the news that nothing has changed (neither body nor fault), or a fault.
    ///
    /// @param words of the publisher, who refused; empty where it said nothing
    record Answer(
            byte @Nullable [] body,
            Validators validators,
            @Nullable FetchMessage fault,
            int status,
            String words,
            @Nullable Instant retryAt) {

        static Answer of(FetchMessage fault) {
            return of(fault, 0);
        }

        static Answer of(FetchMessage fault, int status) {
            return new Answer(null, Validators.NONE, fault, status, "", null);
        }
    }

    Exchange(PublicAddresses addresses, ProxySelector proxies, Clock clock) {
        this.clock = clock;
        this.connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(SILENCE)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setRoutePlanner(new SystemDefaultRoutePlanner(proxies))
                .setUserAgent("macro-edge (economic calendar; one request at a time)")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, task -> Thread.ofPlatform().daemon().name("fetch deadlines").unstarted(task));
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /// Sends a request and reads its answer whole.
    Answer send(FetchRequest request, FetchPolicy policy, Validators known) {
        AtomicBoolean late = new AtomicBoolean();
        Sent sent = new Sent(request, policy, known);
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    sent.cancel();
                },
                policy.deadline().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return sent.answer();
        } catch (IOException | RuntimeException fault) {
            return Answer.of(late.get() ? FetchMessage.TIMED_OUT : FetchFaults.of(fault));
        } finally {
            deadline.cancel(false);
        }
    }

    /// A request under way, with the redirects that it follows.
    private final class Sent {

        private final FetchRequest request;
        private final FetchPolicy policy;
        private final Validators known;
        private volatile @Nullable HttpUriRequestBase current;
        private volatile boolean cancelled;

        Sent(FetchRequest request, FetchPolicy policy, Validators known) {
            this.request = request;
            this.policy = policy;
            this.known = known;
        }

        void cancel() {
            cancelled = true;
            HttpUriRequestBase running = current;
            if (running != null) {
                running.cancel();
            }
        }

        Answer answer() throws IOException {
            URI address = FetchFaults.complete(request);
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                HttpUriRequestBase http = http(address);
                current = http;
                if (cancelled) {
                    http.cancel();
                }
                Step step = step(http);
                if (step.answer() != null) {
                    return step.answer();
                }
                address = sameServer(address, step.location());
                if (address == null) {
                    return Answer.of(FetchMessage.REDIRECTED);
                }
            }
            return Answer.of(FetchMessage.REDIRECTED);
        }

        private HttpUriRequestBase http(URI address) {
            HttpUriRequestBase http = new HttpUriRequestBase(request.body() == null ? "GET" : "POST", address);
            http.setHeader(HttpHeaders.ACCEPT, request.accept());
            if (request.body() != null) {
                http.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
            }
            if (known.etag() != null) {
                http.setHeader(HttpHeaders.IF_NONE_MATCH, known.etag());
            }
            if (known.lastModified() != null) {
                http.setHeader(HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
            }
            return http;
        }

        private Step step(HttpUriRequestBase http) throws IOException {
            ClassicHttpResponse response = client.executeOpen(host(http), http, null);
            boolean whole = false;
            try {
                Step step = read(response);
                whole = step.whole();
                return step;
            } finally {
                end(http, response, whole);
            }
        }

        private Step read(ClassicHttpResponse response) throws IOException {
            int status = response.getCode();
            FetchMessage fault = FetchFaults.ofStatus(status);
            if (fault == FetchMessage.REDIRECTED) {
                Header location = response.getFirstHeader(HttpHeaders.LOCATION);
                return new Step(null, location == null ? "" : location.getValue(), false);
            }
            if (fault != null) {
                return new Step(refused(response, fault), null, false);
            }
            if (status == FetchFaults.NOT_MODIFIED) {
                return new Step(new Answer(null, known, null, status, "", null), null, true);
            }
            byte[] body = body(response.getEntity());
            return body == null
                    ? new Step(Answer.of(FetchMessage.TOO_LARGE), null, false)
                    : new Step(new Answer(body, validators(response), null, status, "", null), null, true);
        }

        private Answer refused(ClassicHttpResponse response, FetchMessage fault) {
            String words = FetchFaults.mayHaveWords(fault) ? words(response.getEntity()) : "";
            Instant retryAt = FetchFaults.retryAt(response.getFirstHeader(HttpHeaders.RETRY_AFTER), clock.instant());
            FetchMessage told = FetchFaults.ofWords(fault, words, hasKey());
            return new Answer(null, Validators.NONE, told, response.getCode(), words, retryAt);
        }

        private boolean hasKey() {
            return request.body() != null || !request.secrets().isEmpty();
        }

        /// What the beginning of a refusal's body says; a body that fails takes nothing from what its status says.
        private static String words(@Nullable HttpEntity entity) {
            try {
                byte[] begin =
                        entity == null ? new byte[0] : entity.getContent().readNBytes(MOST_BYTES_OF_REFUSAL);
                return PublisherWords.of(begin);
            } catch (IOException | RuntimeException brokenOff) {
                return "";
            }
        }

        private byte @Nullable [] body(@Nullable HttpEntity entity) throws IOException {
            if (entity == null) {
                return new byte[0];
            }
            byte[] body = entity.getContent().readNBytes((int) Math.min(policy.mostBytes() + 1, LONGEST_ARRAY));
            return body.length > policy.mostBytes() ? null : body;
        }
    }

    /// An answer, or where to ask instead.
    private record Step(@Nullable Answer answer, @Nullable String location, boolean whole) {}

    /// Gives a connection back whose answer was read whole. Any other is cut: to give it back, the rest would have to
    /// be read, however long it is.
    private static void end(HttpUriRequestBase http, ClassicHttpResponse response, boolean whole) {
        if (!whole) {
            http.cancel();
        }
        try {
            response.close();
        } catch (IOException cut) {
            // what was wanted of it is there
        }
    }

    private static HttpHost host(HttpUriRequestBase http) throws IOException {
        try {
            return RoutingSupport.determineHost(http);
        } catch (HttpException noHost) {
            throw new UnknownHostException(http.getRequestUri());
        }
    }

    private static Validators validators(ClassicHttpResponse response) {
        return new Validators(
                text(response.getFirstHeader(HttpHeaders.ETAG)),
                text(response.getFirstHeader(HttpHeaders.LAST_MODIFIED)));
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null ? null : header.getValue();
    }

    /// The address of a redirect on the same server; null where it is another one.
    private static @Nullable URI sameServer(URI address, @Nullable String location) {
        try {
            URI next = address.resolve(String.valueOf(location));
            boolean same = String.valueOf(next.getScheme()).equals(address.getScheme())
                    && String.valueOf(next.getAuthority()).equals(address.getAuthority());
            return same ? next : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    int openConnections() {
        return connections.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
