package org.macroedge.server.sources.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.macroedge.server.sources.fetch.FaultServer.Reply;

/// What a publisher's server does wrong in `publisher-faults.csv`. `status` is followed by a status, and where wanted
/// by a header line; every other name stands for itself.
public final class PublisherFault {

    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
    private static final byte[] BLOCK = new byte[1 << 16];
    private static final long TEN_GIGABYTES = 10L << 30;
    private static final int DRIP_MILLIS = 10;

    /// Bytes of a packed body, fewer than any answer has.
    private static final int SOME = 40;

    private PublisherFault() {}

    /// @param good the body of the answer that would be right
    public static Reply of(String fault, String good) throws IOException {
        String[] words = fault.split(" ", 3);
        if (words[0].equals("status")) {
            String header = words.length == 2 ? "" : words[2] + "\r\n";
            return FaultServer.text(FaultServer.answer(words[1] + " As Told", header, "<html>No.</html>"));
        }
        byte[] body = good.getBytes(StandardCharsets.UTF_8);
        byte[] half = Arrays.copyOf(body, body.length / 2);
        return switch (fault) {
            case "reset" -> (head, socket) -> reset(socket);
            case "reset in the body" ->
                (head, socket) -> {
                    send(socket, OK + length(body.length), half);
                    reset(socket);
                };
            case "nothing" -> (head, socket) -> {};
            case "silence" -> (head, socket) -> FaultServer.awaitHangUp(socket);
            case "slow body" ->
                (head, socket) -> {
                    send(socket, OK + length(body.length), half);
                    FaultServer.awaitHangUp(socket);
                };
            case "drip" -> PublisherFault::drip;
            case "short body" -> bytes(length(body.length), half);
            case "10 GB announced" -> (head, socket) -> endless(socket, OK + length(TEN_GIGABYTES));
            case "10 GB not announced" -> (head, socket) -> endless(socket, OK + "\r\n");
            case "redirects in circles" -> PublisherFault::circle;
            default -> whole(fault, good);
        };
    }

    /// A body that ends as announced, and is not what it should be.
    private static Reply whole(String fault, String good) throws IOException {
        byte[] body = good.getBytes(StandardCharsets.UTF_8);
        String latin = good.replace(":\"", ":\"\u00e9");
        return switch (fault) {
            case "truncated JSON" -> bytes(length(body.length / 2), Arrays.copyOf(body, body.length / 2));
            case "empty body" -> bytes(length(0), new byte[0]);
            case "error page" -> FaultServer.text(OK + "\r\n<!DOCTYPE html><title>Maintenance</title>");
            case "no HTTP" -> FaultServer.text("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            case "plain as gzip" -> bytes("Content-Encoding: gzip\r\n" + length(body.length), body);
            case "cut gzip" -> bytes("Content-Encoding: gzip\r\n\r\n", Arrays.copyOf(packed(body, 1), SOME));
            case "unknown coding" -> bytes("Content-Encoding: zoo\r\n" + length(body.length), body);
            case "UTF-16" -> bytes("\r\n", good.getBytes(StandardCharsets.UTF_16));
            case "not UTF-8" -> bytes("\r\n", latin.getBytes(StandardCharsets.ISO_8859_1));
            case "packed bomb" -> bytes("Content-Encoding: gzip\r\n\r\n", packed(BLOCK, 1 << 10));
            default -> throw new IllegalArgumentException(fault);
        };
    }

    private static void circle(String head, Socket socket) throws IOException {
        String next = head.contains("/data ") ? "/other" : "/data";
        FaultServer.text(FaultServer.answer("302 Found", "Location: " + next + "\r\n", ""))
                .to(head, socket);
    }

    private static String length(long length) {
        return "Content-Length: " + length + "\r\n\r\n";
    }

    private static Reply bytes(String headers, byte[] body) {
        return (head, socket) -> send(socket, OK + headers, body);
    }

    private static void send(Socket socket, String head, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /// A byte now and then, so that the connection is never silent for long.
    private static void drip(String head, Socket socket) throws IOException {
        send(socket, OK + length(TEN_GIGABYTES), new byte[0]);
        socket.setSoTimeout(DRIP_MILLIS);
        while (true) {
            try {
                FaultServer.awaitHangUp(socket);
                return;
            } catch (SocketTimeoutException stillThere) {
                socket.getOutputStream().write(' ');
            }
        }
    }

    /// Writes until the client hangs up, but no more than was said.
    private static void endless(Socket socket, String head) throws IOException {
        send(socket, head, new byte[0]);
        for (long sent = 0; sent < TEN_GIGABYTES; sent += BLOCK.length) {
            socket.getOutputStream().write(BLOCK);
        }
    }

    private static byte[] packed(byte[] part, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (int time = 0; time < times; time++) {
                out.write(part);
            }
        }
        return packed.toByteArray();
    }
}
