package org.macroedge.server.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.web.Caller;

/// A client that follows the stream. Nobody waits for it: what it does not take at once is sent by the web server once
/// it takes more, and until then it is given nothing else. No thread belongs to it.
final class StreamClient implements WriteListener, AsyncListener {

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final EndPoint connection;
    private final @Nullable Caller caller;
    private final Runnable drained;
    private final Consumer<StreamClient> gone;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    /// Whether the web server takes bytes; it calls back where it did not.
    private boolean writable;
    private boolean unflushed;
    private boolean ended;
    private long position;
    private int missed;

    private StreamClient(
            AsyncContext context,
            ServletOutputStream out,
            EndPoint connection,
            @Nullable Caller caller,
            long position,
            Runnable drained,
            Consumer<StreamClient> gone) {
        this.context = context;
        this.out = out;
        this.connection = connection;
        this.caller = caller;
        this.position = position;
        this.drained = drained;
        this.gone = gone;
    }

    /// Takes over a request, whose answer has its headers.
    ///
    /// @param position of the last event that the client has
    /// @param drained is called when a client that was behind has taken everything
    /// @param gone is called when the client has left or was dropped, perhaps twice
    static StreamClient of(HttpServletRequest request, long position, Runnable drained, Consumer<StreamClient> gone)
            throws IOException {
        EndPoint connection = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        ServletOutputStream out = context.getResponse().getOutputStream();
        StreamClient client = new StreamClient(context, out, connection, caller(request), position, drained, gone);
        context.addListener(client);
        return client;
    }

    private static @Nullable Caller caller(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Caller known ? known : null;
    }

    /// Who follows; null where nobody is asked.
    @Nullable
    Caller caller() {
        return caller;
    }

    /// Begins to write; to be called once, when the client is known.
    void start() {
        out.setWriteListener(this);
    }

    /// The position of the last event that was given to it. For the thread that gives events.
    long position() {
        return position;
    }

    void moveTo(long position) {
        this.position = position;
        missed = 0;
    }

    /// Counts the events that came while it did not take those before; for the thread that gives events.
    ///
    /// @return how many by now
    int miss(int events) {
        missed += events;
        return missed;
    }

    /// Whether it has taken everything that was given to it.
    synchronized boolean isDrained() {
        return waiting.isEmpty() && !ended;
    }

    /// Gives it blocks, which it gets after those before.
    synchronized void give(List<byte[]> blocks) {
        if (!ended) {
            waiting.addAll(blocks);
            if (writable) {
                write();
            }
        }
    }

    private void write() {
        try {
            writable = out.isReady();
            while (writable && (unflushed || !waiting.isEmpty())) {
                writeNext();
                writable = out.isReady();
            }
        } catch (IOException left) {
            drop();
        }
    }

    private void writeNext() throws IOException {
        byte @Nullable [] next = waiting.poll();
        if (next == null) {
            unflushed = false;
            out.flush();
        } else {
            unflushed = true;
            out.write(next);
        }
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            write();
        }
        drained.run();
    }

    /// Ends the answer. Where the client does not take what waits, its connection is broken.
    synchronized void end() {
        if (ended) {
            return;
        }
        if (!writable || !waiting.isEmpty()) {
            drop();
        } else {
            ended = true;
            context.complete();
        }
    }

    /// Breaks the connection.
    synchronized void drop() {
        ended = true;
        waiting.clear();
        connection.close();
        gone.accept(this);
    }

    /// The client has left.
    @Override
    public void onError(Throwable fault) {
        synchronized (this) {
            ended = true;
            waiting.clear();
        }
        gone.accept(this);
        context.complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        gone.accept(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // it has none
    }

    @Override
    public void onError(AsyncEvent event) {
        gone.accept(this);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // it is started once
    }
}
