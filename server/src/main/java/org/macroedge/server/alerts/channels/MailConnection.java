package org.macroedge.server.alerts.channels;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.macroedge.server.platform.net.PublicAddresses;

/// The connection of one mail. It is made to an address that was checked, and closed at its deadline. Thread-safe.
final class MailConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    private final PublicAddresses addresses;
    private Socket socket = new Socket();
    private boolean late;

    MailConnection(PublicAddresses addresses) {
        this.addresses = addresses;
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
        if (late) {
            throw new SocketTimeoutException();
        }
        socket = new Socket();
        return socket;
    }

    /// Closes it at its deadline: whoever reads or writes fails at once.
    synchronized void expire() {
        late = true;
        close();
    }

    synchronized boolean isLate() {
        return late;
    }

    @Override
    public synchronized void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            // nobody reads from it any more
        }
    }
}
