package org.macroedge.server.alerts.channels;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.net.PublicAddresses;

/// The connection of one mail. It is made to an address that was checked, and closed at the deadline of the part that
/// the dialogue is in. Thread-safe.
final class MailConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    private final PublicAddresses addresses;
    private final ScheduledExecutorService deadlines;
    private MailSocket socket = new MailSocket();
    private Duration patience = Duration.ZERO;
    private int parts;
    private @Nullable Future<?> deadline;
    private boolean late;
    private boolean abandoned;

    MailConnection(PublicAddresses addresses, ScheduledExecutorService deadlines) {
        this.addresses = addresses;
        this.deadlines = deadlines;
    }

    /// The next part of the dialogue begins, and may take so long.
    synchronized void begin(Duration part) {
        cancel();
        patience = part;
        int number = ++parts;
        deadline = deadlines.schedule(() -> expire(number), part.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    /// Connects to the first address of a server that takes a connection. Its name is looked up once.
    Socket open(URI server) throws IOException {
        for (InetAddress address : addresses.resolve(server.getHost())) {
            Socket tried = next();
            try {
                // a certificate is compared with this name
                InetAddress named = InetAddress.getByAddress(server.getHost(), address.getAddress());
                tried.connect(new InetSocketAddress(named, server.getPort()), CONNECT_MILLIS);
                return tried;
            } catch (IOException unreachable) {
                tried.close();
            }
        }
        throw new ConnectException();
    }

    private synchronized Socket next() throws IOException {
        if (late || abandoned) {
            throw new SocketTimeoutException();
        }
        socket = new MailSocket();
        return socket;
    }

    /// The next answer begins.
    synchronized void expectAnswer() {
        socket.expectAnswer();
    }

    /// Whether the last answer was longer than any of SMTP.
    synchronized boolean isExhausted() {
        return socket.isExhausted();
    }

    /// Closes it at the deadline of a part: whoever reads or writes fails at once.
    private synchronized void expire(int part) {
        if (part == parts) { // another one has not begun meanwhile
            late = true;
            shut();
        }
    }

    /// Closes it because this process ends.
    synchronized void abandon() {
        abandoned = true;
        shut();
    }

    synchronized boolean isLate() {
        return late;
    }

    /// How long the part of the dialogue could take that it is in.
    synchronized Duration patience() {
        return patience;
    }

    private void shut() {
        try {
            socket.close();
        } catch (IOException broken) {
            // nobody reads from it any more
        }
    }

    @Override
    public synchronized void close() {
        cancel();
        shut();
    }
}
