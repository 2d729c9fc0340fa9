package org.macroedge.server.alerts.channels;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.net.ProxyOfEnvironment;
import org.macroedge.server.platform.net.PublicAddresses;
import org.macroedge.server.platform.net.ThisMachine;

/// Sends messages to channels. A message goes to the address of its channel alone: a redirect is not followed, and a
/// name that stands for a private address is not asked. Whatever goes wrong is a result, in words that hold neither
/// addresses nor keys. Thread-safe.
public final class AlertSender implements AutoCloseable {

    static final String NOT_SECURE = "no secure connection to the receiver";
    static final String BROKEN = "the connection to the receiver broke off";
    static final String ENDLESS = "the answer of the receiver is too long";

    private static final int SECONDS = 15;

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(SECONDS);
    private static final int CONNECTIONS = 16;
    private static final int MOST_BYTES = 4_096;
    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxLineLength(8 * 1_024)
            .setMaxHeaderCount(200)
            .setMaxEmptyLineCount(10)
            .build();
    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int REFUSALS = 400;

    private final Clock clock;
    private final PublicAddresses addresses;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;
    private final MailTimes times;
    private @Nullable MailSender mail;
    private boolean abandoned;

    /// @param variables of the environment, for its proxy
    public AlertSender(Clock clock, Map<String, String> variables) {
        this(clock, variables, InetAddress::getAllByName, MailTimes.USUAL);
    }

    /// As above, with another patience and other names.
    ///
    /// @param resolving looks up the names of receivers
    public AlertSender(
            Clock clock, Map<String, String> variables, PublicAddresses.Resolving resolving, MailTimes times) {
        this.clock = clock;
        this.addresses = new PublicAddresses(resolving);
        ProxyOfEnvironment proxy = new ProxyOfEnvironment(variables, ProxySelector.getDefault());
        String proxyHost = proxy.host();
        if (proxyHost != null) {
            addresses.trust(proxyHost);
        }
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEAD)
                                .build())
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(SILENCE)
                                .build())
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
                        .build())
                .setRoutePlanner(new SystemDefaultRoutePlanner(proxy))
                .setUserAgent("macro-edge (alerts)")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, task -> Thread.ofPlatform().daemon().name("alert deadlines").unstarted(task));
        deadlines.setRemoveOnCancelPolicy(true);
        this.times = times;
    }

    /// The longest that a message to a channel takes.
    public Duration longest(AlertChannel channel) {
        return channel.kind() == ChannelKind.MAIL ? times.longest() : Duration.ofSeconds(SECONDS);
    }

    /// Leaves every mail that is on its way, and refuses others, since this process ends: what became of them may stay
    /// open.
    public synchronized void abandon() {
        abandoned = true;
        if (mail != null) {
            mail.abandon();
        }
    }

    /// Its classes are loaded with the first e-mail.
    private synchronized MailSender mail() {
        if (mail == null) {
            mail = new MailSender(addresses, deadlines, (SSLSocketFactory) SSLSocketFactory.getDefault(), times);
            if (abandoned) {
                mail.abandon();
            }
        }
        return mail;
    }

    /// Sends a message, and waits for the [longest][#longest] time of its channel at most.
    public SendResult send(AlertChannel channel, OutgoingAlert alert) {
        if (channel.isPrivate() || ThisMachine.isNamed(channel.address().getHost())) {
            addresses.trust(channel.address().getHost());
        }
        if (channel.kind() == ChannelKind.MAIL) {
            return mail().send(channel, alert);
        }
        HttpPost post = post(channel, alert);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    post.cancel();
                },
                SECONDS,
                TimeUnit.SECONDS);
        try {
            return sent(post);
        } catch (IOException | RuntimeException fault) {
            return new SendResult(late.get() ? slow(SECONDS) : words(fault));
        } finally {
            deadline.cancel(false);
        }
    }

    private HttpPost post(AlertChannel channel, OutgoingAlert alert) {
        byte[] body = MessageBody.of(channel, alert);
        HttpPost post = new HttpPost(channel.address());
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        WebhookSigning signing = channel.signing();
        if (signing != null) {
            long timestamp = clock.instant().getEpochSecond();
            post.setHeader("Webhook-Id", alert.id());
            post.setHeader("Webhook-Timestamp", String.valueOf(timestamp));
            post.setHeader("Webhook-Signature", signing.signature(alert.id(), timestamp, body));
        }
        return post;
    }

    /// The status alone tells whether a message was taken, whatever becomes of the body of the answer.
    private SendResult sent(HttpPost post) throws IOException {
        ClassicHttpResponse response = client.executeOpen(host(post), post, null);
        SendResult result = result(response.getCode());
        try (response) {
            if (!isShort(response.getEntity())) {
                post.cancel();
            }
        } catch (IOException | RuntimeException broken) {
            post.cancel();
        }
        return result;
    }

    /// No more than the beginning of a body is read, so that a connection can be used again.
    private static boolean isShort(@Nullable HttpEntity body) throws IOException {
        return body == null || body.getContent().readNBytes(MOST_BYTES).length < MOST_BYTES;
    }

    private static SendResult result(int status) {
        if (status >= OK && status < REDIRECTS) {
            return SendResult.SENT;
        }
        return new SendResult(
                status >= REDIRECTS && status < REFUSALS
                        ? "the receiver sent it elsewhere (status " + status + "), which is not followed"
                        : "the receiver answered with status " + status);
    }

    private static HttpHost host(HttpPost post) throws IOException {
        try {
            return RoutingSupport.determineHost(post);
        } catch (HttpException noHost) {
            throw new UnknownHostException();
        }
    }

    static String slow(long seconds) {
        return "the receiver did not answer within " + seconds + " seconds";
    }

    /// The words of a library could show the address.
    static String words(Exception fault) {
        return switch (fault) {
            case PublicAddresses.PrivateAddressException refused ->
                "the name of the receiver leads to a private address";
            case PublicAddresses.SlowLookupException slow -> "the name of the receiver was not found in time";
            case UnknownHostException unknown -> "the name of the receiver is not known";
            case ConnectTimeoutException slow -> "no connection to the receiver";
            case ConnectException refused -> "no connection to the receiver";
            case NoRouteToHostException none -> "no connection to the receiver";
            case SSLException untrusted -> NOT_SECURE;
            case SocketTimeoutException slow -> slow(SECONDS);
            case MessageConstraintException endless -> ENDLESS;
            default -> BROKEN;
        };
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
