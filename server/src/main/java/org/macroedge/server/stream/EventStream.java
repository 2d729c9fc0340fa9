package org.macroedge.server.stream;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.macroedge.server.access.StayAccess;
import org.macroedge.server.platform.config.StartedByServer;
import org.macroedge.server.platform.database.FaultLog;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.web.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/// Sends the events of the log to every client, in one thread that a notice of the database wakes. Each client has a
/// position in the log, and gets the events after it: once each, in their order, none left out. A client that is behind
/// gets them in batches, as fast as it takes them; one that takes nothing while thousands come is dropped.
public final class EventStream implements StartedByServer, ApplicationListener<ContextClosedEvent> {

    /// More idle clients than this were not tried.
    static final int MOST_CLIENTS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /// So often it is asked whether those who follow still may.
    private static final Duration REVIEW = Duration.ofSeconds(2);
    private static final int BATCH = 200;
    /// A client that takes nothing while so many events come is dropped. It resumes by the id of the last one it got.
    private static final int MOST_MISSED = 5_000;

    private static final List<byte[]> BEAT = List.of(WireEvent.text(":\n\n"));

    private final StreamEvents events;
    private final StayAccess access;
    private final int mostClients;
    private final StreamPlaces places;
    /// With what gives the place of each free.
    private final Map<StreamClient, Runnable> clients = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Semaphore wakeUps = new Semaphore(0);
    private final FaultLog faults = new FaultLog(LOG);
    private final Thread thread = new Thread(this::run, "stream");
    private volatile boolean running;
    private volatile boolean stopped;
    /// Everything up to here was given to every client that is not behind; negative before the first look at the log.
    private long position = -1;

    private long nextBeat;
    private long nextReview;
    private boolean failed;

    /// @param mostClients at a time
    /// @param places of each caller and address
    EventStream(StreamEvents events, StayAccess access, int mostClients, StreamPlaces places) {
        this.events = events;
        this.access = access;
        this.mostClients = mostClients;
        this.places = places;
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    /// There may be something to send.
    void wake() {
        wakeUps.release();
    }

    /// Lets a client follow, whose answer has its headers.
    ///
    /// @param position of the last event that it has
    /// @throws MacroEdgeException with `too-many-clients` where there is no room, with `too-many-requests` where
    /// the caller or its address has as many streams as it may, or with `unavailable` where the server stops
    void add(HttpServletRequest request, long position) throws IOException {
        Runnable place = places.take(request);
        StreamClient client = taken(request, position, place);
        clients.put(client, place);
        client.give(List.of(WireEvent.opening(position, RETRY.toMillis())));
        client.start();
        wake();
        if (stopped) {
            client.end();
        }
    }

    /// Keeps a place for a client.
    void admit() {
        if (stopped) {
            throw StreamMessage.STOPPING.exception();
        }
        if (count.incrementAndGet() > mostClients) {
            count.decrementAndGet();
            throw StreamMessage.TOO_MANY_CLIENTS.exception(mostClients);
        }
    }

    private StreamClient taken(HttpServletRequest request, long position, Runnable place) throws IOException {
        boolean admitted = false;
        try {
            admit();
            admitted = true;
            return StreamClient.of(request, position, this::wake, this::remove);
        } catch (IOException | RuntimeException fault) {
            place.run();
            if (admitted) {
                count.decrementAndGet();
            }
            throw fault;
        }
    }

    /// How many clients follow.
    int clients() {
        return count.get();
    }

    private void remove(StreamClient client) {
        Runnable place = clients.remove(client);
        if (place != null) {
            place.run();
            count.decrementAndGet();
        }
    }

    private void run() {
        nextBeat = System.nanoTime() + HEARTBEAT.toNanos();
        nextReview = System.nanoTime() + REVIEW.toNanos();
        try {
            while (running) {
                boolean woken = wakeUps.tryAcquire(patience(), TimeUnit.NANOSECONDS);
                if (woken) {
                    wakeUps.drainPermits();
                }
                review();
                if (running && (woken || failed || isDue(nextBeat))) {
                    send();
                    beat();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long patience() {
        long now = System.nanoTime();
        long left = Math.max(0, Math.min(nextBeat - now, nextReview - now));
        return failed ? Math.min(left, RETRY.toNanos()) : left;
    }

    private static boolean isDue(long time) {
        return System.nanoTime() - time >= 0;
    }

    /// Ends the streams of those who may no longer follow. While the keys cannot be read, nobody is sent away.
    private void review() {
        if (!isDue(nextReview)) {
            return;
        }
        nextReview = System.nanoTime() + REVIEW.toNanos();
        try {
            clients.keySet().stream().filter(client -> !mayStay(client)).forEach(StreamClient::end);
        } catch (RuntimeException unread) {
            LOG.debug("It is not known who may still follow the stream", unread);
        }
    }

    private boolean mayStay(StreamClient client) {
        Caller caller = client.caller();
        return caller == null || access.mayStay(caller);
    }

    private void send() {
        try {
            boolean more = true;
            while (more && running) {
                more = deliver();
                beat();
            }
            faults.worked();
            failed = false;
        } catch (RuntimeException fault) {
            failed = true;
            faults.failed(reason -> LogMessage.STREAM_BEHIND.advice(reason, RETRY.toSeconds()), fault);
        }
    }

    /// Gives the next events to those that have everything before, and a batch to each that is behind.
    ///
    /// @return whether there may be more to give
    private boolean deliver() {
        if (position < 0 || clients.isEmpty()) {
            position = events.last();
            return !clients.isEmpty();
        }
        List<WireEvent> next = events.after(position, BATCH);
        long end = next.isEmpty() ? position : next.getLast().seq();
        boolean more = next.size() == BATCH;
        for (StreamClient client : clients.keySet()) {
            if (!client.isDrained()) {
                dropIfSlow(client, next.size());
            } else if (client.position() >= position) {
                give(client, next);
                client.moveTo(Math.max(client.position(), end));
            } else {
                more |= catchUp(client, end);
            }
        }
        position = end;
        return more;
    }

    /// @param end of what the others have by now
    /// @return whether the client is still behind
    private boolean catchUp(StreamClient client, long end) {
        List<WireEvent> missed = events.after(client.position(), BATCH);
        give(client, missed);
        boolean behind = missed.size() == BATCH;
        long given = missed.isEmpty() ? client.position() : missed.getLast().seq();
        client.moveTo(behind ? given : Math.max(given, end));
        return behind;
    }

    /// A client that cannot be written to is dropped: it must not keep the others from their events.
    private static void give(StreamClient client, List<WireEvent> batch) {
        try {
            client.give(batch.stream()
                    .filter(event -> event.seq() > client.position())
                    .map(WireEvent::bytes)
                    .toList());
        } catch (RuntimeException broken) {
            LOG.debug("A client of the stream is dropped", broken);
            client.drop();
        }
    }

    private static void dropIfSlow(StreamClient client, int events) {
        if (client.miss(events) > MOST_MISSED) {
            client.drop();
        }
    }

    /// A client that has left shows only when something is written to it.
    private void beat() {
        if (!isDue(nextBeat)) {
            return;
        }
        nextBeat = System.nanoTime() + HEARTBEAT.toNanos();
        clients.keySet().stream().filter(StreamClient::isDrained).forEach(client -> client.give(BEAT));
    }

    /// Ends every stream before the web server waits for the requests in progress.
    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        stop();
    }

    @Override
    public void stop() {
        stopped = true;
        running = false;
        wake();
        clients.keySet().forEach(StreamClient::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
