package org.macroedge.server.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.StreamReader.Received;

/// A client of the stream that resumes after the last event that it got as a whole, whenever the connection breaks.
public final class ResumingFollower implements Runnable {

    private static final int RETRY_MILLISECONDS = 20;

    private final URI server;
    private final @Nullable String key;

    /// The ids of the events, in the order in which they came.
    public final List<Long> ids = new CopyOnWriteArrayList<>();

    public volatile int connections;
    private volatile @Nullable Long start;
    private volatile @Nullable StreamReader reader;
    private volatile boolean stopped;

    /// @param key of the caller; null where the server asks for none
    public ResumingFollower(URI server, @Nullable String key) {
        this.server = server;
        this.key = key;
    }

    /// The place in the log from which it follows; null until it is connected.
    public @Nullable Long start() {
        return start;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                follow();
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() throws InterruptedException {
        try (StreamReader stream = new StreamReader(server, ids.isEmpty() ? start : ids.getLast(), key)) {
            reader = stream;
            connections++;
            if (start == null) {
                start = stream.lastId();
            }
            for (Received event = stream.next(); event != null; event = stream.next()) {
                ids.add(event.id());
            }
        } catch (IOException broken) {
            reader = null; // the server was killed or starts
        }
    }

    public void stop() {
        stopped = true;
        reconnect();
    }

    /// Gives up the connection and makes another one, as a client does that hears nothing for long.
    public void reconnect() {
        StreamReader stream = reader;
        if (stream != null) {
            stream.close();
        }
    }
}
