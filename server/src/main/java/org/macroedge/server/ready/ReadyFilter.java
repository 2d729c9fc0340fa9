package org.macroedge.server.ready;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.access.ReadAccess;
import org.macroedge.server.platform.telemetry.AnsweredRequests;
import org.macroedge.server.ready.ReadyAnswers.Moment;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Writes ready answers. The first request for an answer goes to its controller, whose bytes are kept; those that come
/// meanwhile wait for it a moment. Whatever goes wrong here, a controller answers.
@Order(ReadAccess.FILTER_ORDER)
final class ReadyFilter extends HttpFilter {

    /// Longer answers are not kept. The board of the sample has 190 KB.
    static final int MOST_BYTES = 4 << 20;
    private final ReadAccess access;
    private final ReadyAnswers answers;
    private final ReadyMeters meters;
    private final Duration patience;
    private final Map<String, ReentrantLock> making = ReadyReads.ADDRESSES.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), address -> new ReentrantLock()));

    /// @param patience with another request that makes the same answer, before a controller is asked once more
    ReadyFilter(ReadAccess access, ReadyAnswers answers, ReadyMeters meters, Duration patience) {
        this.access = access;
        this.answers = answers;
        this.meters = meters;
        this.patience = patience;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getAttribute(ReadyReads.ATTRIBUTE) instanceof String found ? found : null;
        Moment moment = address == null || !access.mayRead(request) ? null : now();
        if (address == null || moment == null) {
            chain.doFilter(request, response);
            return;
        }
        ReadyAnswer ready = answers.find(address, moment);
        if (ready == null) {
            ready = awaited(address, request, response, chain);
        } else {
            meters.add(address, ReadyMeters.Source.HIT);
        }
        if (ready != null) {
            AnsweredRequests.name(request, address);
            ready.write(request, response);
        }
    }

    /// Null where the store cannot be asked, which the controllers tell.
    private @Nullable Moment now() {
        try {
            return answers.now();
        } catch (RuntimeException fault) {
            return null;
        }
    }

    /// The answer that another request makes, or else the one that this one makes; null where it has been sent.
    private @Nullable ReadyAnswer awaited(
            String address, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ReentrantLock lock = making.get(address);
        if (lock == null || !isTaken(lock)) {
            meters.add(address, ReadyMeters.Source.MISS);
            chain.doFilter(request, response);
            return null;
        }
        try {
            Moment moment = now();
            ReadyAnswer found = moment == null ? null : found(address, moment);
            return found == null ? made(address, moment, request, response, chain) : found;
        } finally {
            lock.unlock();
        }
    }

    /// What another request made meanwhile, or another server; null where there is none.
    private @Nullable ReadyAnswer found(String address, Moment moment) {
        ReadyAnswer found = answers.find(address, moment);
        if (found != null) {
            meters.add(address, ReadyMeters.Source.HIT);
            return found;
        }
        ReadyAnswer fetched = answers.fetch(address, moment);
        if (fetched != null) {
            meters.add(address, ReadyMeters.Source.SHARED);
        }
        return fetched;
    }

    private boolean isTaken(ReentrantLock lock) {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable ReadyAnswer made(
            String address,
            @Nullable Moment begun,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        meters.add(address, ReadyMeters.Source.MISS);
        CapturedAnswer captured = new CapturedAnswer(response, MOST_BYTES);
        chain.doFilter(new WholeAnswerRequest(request), captured);
        ReadyAnswer answer = answer(captured);
        if (answer == null) {
            captured.send();
        } else if (begun != null) {
            keep(address, begun, answer);
        }
        return answer;
    }

    /// Null where it is not the whole answer that was asked for.
    private static @Nullable ReadyAnswer answer(CapturedAnswer captured) {
        byte[] body = captured.body();
        String tag = captured.getHeader(HttpHeaders.ETAG);
        String type = captured.getContentType();
        String caching = captured.getHeader(HttpHeaders.CACHE_CONTROL);
        return body == null
                        || captured.getStatus() != HttpStatus.OK.value()
                        || tag == null
                        || type == null
                        || caching == null
                ? null
                : ReadyAnswer.of(tag, type, caching, body);
    }

    private void keep(String address, Moment begun, ReadyAnswer answer) {
        try {
            answers.keep(address, begun, answer);
        } catch (RuntimeException unasked) {
            // the answer that was made is sent all the same
        }
    }
}
