package org.macroedge.server.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.macroedge.server.sources.fetch.FaultServer;

/// What a publisher's server does wrong.
enum WorldFault {
    /// The connection is reset before an answer.
    RESET {
        @Override
        void send(String body, Socket socket) throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    },
    SERVER_FAULT {
        @Override
        void send(String body, Socket socket) throws IOException {
            write(FaultServer.answer("500 Internal Server Error", "", ""), socket);
        }
    },
    UNAVAILABLE {
        @Override
        void send(String body, Socket socket) throws IOException {
            write(FaultServer.answer("503 Service Unavailable", "", ""), socket);
        }
    },
    UNAVAILABLE_FOR_TEN_MINUTES {
        @Override
        void send(String body, Socket socket) throws IOException {
            write(FaultServer.answer("503 Service Unavailable", "Retry-After: 600\r\n", ""), socket);
        }
    },
    ASKED_TOO_OFTEN {
        @Override
        void send(String body, Socket socket) throws IOException {
            write(FaultServer.answer("429 Too Many Requests", "", ""), socket);
        }
    },
    /// The connection ends before the body does.
    BROKEN_OFF {
        @Override
        void send(String body, Socket socket) throws IOException {
            String whole = FaultServer.answer("200 OK", "", body);
            write(whole.substring(0, whole.length() - body.length() / 3 - 1), socket);
        }
    },
    /// An answer that is whole by its length, and ends in the middle.
    TRUNCATED {
        @Override
        void send(String body, Socket socket) throws IOException {
            write(FaultServer.answer("200 OK", "", body.substring(0, body.length() / 2)), socket);
        }
    },
    /// A page for people, as if all were well.
    PAGE {
        @Override
        void send(String body, Socket socket) throws IOException {
            write(FaultServer.answer("200 OK", "", "<html><body>Down for maintenance</body></html>"), socket);
        }
    },
    /// The right answer, in pieces, as over a bad line.
    SLOW {
        @Override
        void send(String body, Socket socket) throws IOException {
            byte[] whole = FaultServer.answer("200 OK", "", body).getBytes(StandardCharsets.ISO_8859_1);
            OutputStream out = socket.getOutputStream();
            int piece = whole.length / PIECES + 1;
            for (int from = 0; from < whole.length; from += piece) {
                out.write(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + piece)));
                out.flush();
                pause();
            }
        }
    };

    private static final int PIECES = 5;

    /// Answers a request.
    ///
    /// @param body the right one
    abstract void send(String body, Socket socket) throws IOException;

    private static void write(String answer, Socket socket) throws IOException {
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
