package org.macroedge.server.sources.fetch;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.net.PublicAddresses;

/// What failures, statuses and headers mean.
final class FetchFaults {

    static final int NOT_MODIFIED = 304;

    private static final int REDIRECTS = 3;
    private static final int SERVER_FAULTS = 5;
    private static final int OK = 200;
    private static final int CLASS = 100;
    private static final int MOST_DIGITS = 9;

    private FetchFaults() {}

    /// The address with the parameters that are never shown.
    static URI complete(FetchRequest request) {
        String more = new TreeMap<>(request.secrets())
                .entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        if (more.isEmpty()) {
            return request.address();
        }
        String query = request.address().getRawQuery();
        return URI.create(request.address() + (query == null ? "?" : "&") + more);
    }

    /// The fault that a failure of the connection is.
    static FetchMessage of(Exception fault) {
        return switch (fault) {
            case PublicAddresses.PrivateAddressException refused -> FetchMessage.PRIVATE_ADDRESS;
            case UnknownHostException unknown -> FetchMessage.UNKNOWN_HOST;
            case ConnectTimeoutException slow -> FetchMessage.NOT_CONNECTED;
            case ConnectException refused -> FetchMessage.NOT_CONNECTED;
            case NoRouteToHostException none -> FetchMessage.NOT_CONNECTED;
            case SSLException untrusted -> FetchMessage.TLS_FAILED;
            case SocketTimeoutException slow -> FetchMessage.SILENT;
            case InterruptedIOException stopped -> FetchMessage.INTERRUPTED;
            case ZipException garbled -> FetchMessage.GARBLED;
            case ClientProtocolException garbled -> FetchMessage.GARBLED;
            case RuntimeException garbled -> FetchMessage.GARBLED;
            default -> FetchMessage.BROKEN_OFF;
        };
    }

    /// The fault that a status is; null for an answer.
    static @Nullable FetchMessage ofStatus(int status) {
        if (status == OK || status == NOT_MODIFIED) {
            return null;
        }
        return switch (status) {
            case 401 -> FetchMessage.KEY_REFUSED;
            case 402 -> FetchMessage.PAYMENT_REQUIRED;
            case 403 -> FetchMessage.FORBIDDEN;
            case 404 -> FetchMessage.NOT_FOUND;
            case 429 -> FetchMessage.TOO_MANY_REQUESTS;
            default ->
                switch (status / CLASS) {
                    case REDIRECTS -> FetchMessage.REDIRECTED;
                    case SERVER_FAULTS -> FetchMessage.SERVER_FAULT;
                    default -> FetchMessage.UNEXPECTED_STATUS;
                };
        };
    }

    /// The fault that a refusal is whose status says nothing more: some publishers answer a wrong key with 400.
    /// Nobody refuses a key that was not sent.
    static FetchMessage ofWords(FetchMessage ofStatus, String words, boolean hadKey) {
        return ofStatus == FetchMessage.UNEXPECTED_STATUS && hadKey && PublisherWords.refuseTheKey(words)
                ? FetchMessage.KEY_REFUSED
                : ofStatus;
    }

    /// Whether the publisher says in words why it refused.
    static boolean mayHaveWords(FetchMessage fault) {
        return switch (fault) {
            case UNEXPECTED_STATUS, KEY_REFUSED, PAYMENT_REQUIRED, FORBIDDEN -> true;
            default -> false;
        };
    }

    /// Until when a server asks to be left alone; null where it says nothing that can be read.
    static @Nullable Instant retryAt(@Nullable Header header, Instant now) {
        String text = header == null ? "" : header.getValue().strip();
        if (!text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(Character::isDigit)) {
            return now.plus(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            return text.isEmpty()
                    ? null
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
