package org.macroedge.server.sources.fetch;

import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.net.ProxyOfEnvironment;
import org.macroedge.server.platform.net.PublicAddresses;
import org.macroedge.server.sources.fetch.FetchOutcome.Failed;

/// Fetches from sources: the only input and output of the connectors. All threads of a process share one, and with it
/// the limits of the sources. Thread-safe.
///
/// A fetch never throws: it ends in an outcome. Whoever asks for the same while it is under way gets the same outcome.
public final class Fetcher implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final long MEGABYTE = 1L << 20;
    private static final String LOCALHOST = "localhost";
    private static final int NOT_MODIFIED = 304;

    private final Clock clock;
    private final Pause pause;
    private final PublicAddresses addresses;
    private final Exchange exchange;
    private final Map<String, SourceGate> gates = new ConcurrentHashMap<>();
    private final Map<List<Object>, CompletableFuture<FetchOutcome>> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger joined = new AtomicInteger();

    /// @param variables of the environment, for its proxy
    public Fetcher(Clock clock, Pause pause, Map<String, String> variables) {
        this(clock, pause, variables, InetAddress::getAllByName);
    }

    Fetcher(Clock clock, Pause pause, Map<String, String> variables, PublicAddresses.Resolving resolving) {
        this.clock = clock;
        this.pause = pause;
        this.addresses = new PublicAddresses(resolving);
        ProxyOfEnvironment proxy = new ProxyOfEnvironment(variables, ProxySelector.getDefault());
        String proxyHost = proxy.host();
        if (proxyHost != null) {
            addresses.trust(proxyHost);
        }
        this.exchange = new Exchange(addresses, proxy, clock);
    }

    /// Whether a source rests.
    public GateState state(String source) {
        return gate(source).state();
    }

    /// Takes over what an earlier process stored.
    public void restore(String source, GateState stored) {
        gate(source).restore(stored);
    }

    /// Notes that an answer was understood: the source works.
    public void understood(String source) {
        gate(source).succeeded();
    }

    /// Notes that a body was not what it should be, although its status was fine: the source then rests like a
    /// source that asks for a pause.
    ///
    /// @param fault the code of what was wrong with it
    /// @return until when it rests
    public @Nullable Instant unusable(String source, String fault) {
        return gate(source).unusable(fault, clock.instant());
    }

    /// Notes that the answer to one of several requests was not what it should be: the source rests only after several
    /// in a row.
    ///
    /// @param fault the code of what was wrong with it
    /// @return until when it rests; null where it does not
    public @Nullable Instant misread(String source, String fault) {
        return gate(source).misread(fault, clock.instant());
    }

    /// Fetches, or joins a fetch of the same that is under way.
    ///
    /// @param known of the last answer to this request; [Validators#NONE] to get the whole answer
    public FetchOutcome fetch(FetchRequest request, FetchPolicy policy, Validators known) {
        List<Object> key = Arrays.asList(request, known);
        CompletableFuture<FetchOutcome> own = new CompletableFuture<>();
        CompletableFuture<FetchOutcome> other = underWay.putIfAbsent(key, own);
        if (other != null) {
            joined.incrementAndGet();
            return other.join();
        }
        FetchOutcome outcome = failed(FetchMessage.INTERRUPTED, null, request.host());
        try {
            outcome = inTurn(request, policy, known);
        } finally {
            underWay.remove(key);
            own.complete(outcome);
        }
        return outcome;
    }

    private FetchOutcome inTurn(FetchRequest request, FetchPolicy policy, Validators known) {
        SourceGate gate = gate(request.source());
        GateState state = gate.state();
        if (state.rests(clock.instant())) {
            return paused(request, state.until(), String.valueOf(state.fault()));
        }
        FetchMessage refused = refusal(request.address(), policy);
        if (refused != null) {
            return failed(refused, null, request.host());
        }
        Duration wait = gate.takeTurn(clock.instant(), policy, LONGEST_WAIT);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            Instant until = clock.instant().plus(wait);
            return paused(request, until, FetchMessage.TOO_MANY_REQUESTS.code());
        }
        try {
            pause.of(wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return failed(FetchMessage.INTERRUPTED, null, request.host());
        }
        Instant asked = clock.instant();
        return noted(gate, request, policy, asked, checked(exchange.send(request, policy, known), known));
    }

    private @Nullable FetchMessage refusal(URI address, FetchPolicy policy) {
        String host = address.getHost();
        if (host == null) {
            return FetchMessage.UNKNOWN_HOST;
        }
        if (policy.trusted()) {
            addresses.trust(host);
        }
        return "https".equals(address.getScheme()) || isThisMachine(host) ? null : FetchMessage.INSECURE;
    }

    private static boolean isThisMachine(String host) {
        return host.equals(LOCALHOST) || host.startsWith("127.") || host.equals("[::1]");
    }

    /// Who was told of no earlier answer cannot say that nothing has changed since.
    private static Exchange.Answer checked(Exchange.Answer answer, Validators known) {
        return answer.fault() == null && answer.body() == null && known.equals(Validators.NONE)
                ? Exchange.Answer.of(FetchMessage.UNEXPECTED_STATUS, NOT_MODIFIED)
                : answer;
    }

    private FetchOutcome noted(
            SourceGate gate, FetchRequest request, FetchPolicy policy, Instant asked, Exchange.Answer answer) {
        FetchMessage fault = answer.fault();
        Instant ended = clock.instant();
        if (fault == null) {
            byte[] body = answer.body();
            return body == null
                    ? new FetchOutcome.Unchanged(asked, ended)
                    : new FetchOutcome.Fetched(body, answer.validators(), asked, ended);
        }
        Instant until = fault.isOfTheRequest()
                ? gate.refusedOne(fault.code(), ended)
                : fault.isOfTheSource() ? gate.failed(fault, answer.retryAt(), ended) : null;
        String host = request.host();
        return switch (fault) {
            case TIMED_OUT -> failed(fault, until, host, policy.deadline().toSeconds());
            case SILENT -> failed(fault, until, host, Exchange.SECONDS_OF_SILENCE);
            case TOO_LARGE -> failed(fault, until, host, policy.mostBytes() / MEGABYTE);
            case TOO_MANY_REQUESTS -> failed(fault, until, host, String.valueOf(until));
            case SERVER_FAULT -> failed(fault, until, host, answer.status());
            case KEY_REFUSED, UNEXPECTED_STATUS ->
                failed(fault, until, host, answer.status(), quoted(request, answer.words()));
            case PAYMENT_REQUIRED, FORBIDDEN -> failed(fault, until, host, quoted(request, answer.words()));
            default -> failed(fault, until, host);
        };
    }

    /// A publisher's words, safe to show within a sentence.
    private static String quoted(FetchRequest request, String words) {
        String safe = PublisherWords.safe(words, request.secrets().values()).replaceFirst("[.…]+$", "");
        return safe.isEmpty() ? "" : ": " + safe;
    }

    private Failed paused(FetchRequest request, @Nullable Instant until, String fault) {
        return failed(FetchMessage.PAUSED, until, request.source(), String.valueOf(until), fault);
    }

    private Failed failed(FetchMessage fault, @Nullable Instant until, Object... values) {
        return new Failed(fault, fault.advice(values), until, clock.instant());
    }

    private SourceGate gate(String source) {
        return gates.computeIfAbsent(source, id -> new SourceGate());
    }

    /// Whether a fetch ever joined another.
    boolean isJoined() {
        return joined.get() > 0;
    }

    /// Connections in use.
    int openConnections() {
        return exchange.openConnections();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
