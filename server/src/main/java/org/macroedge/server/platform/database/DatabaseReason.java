package org.macroedge.server.platform.database;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.macroedge.server.platform.config.Secrets;
import org.postgresql.util.PSQLException;

/// Says in a few words why a statement or a connection failed: PostgreSQL's own words where it answered, and ours where
/// the driver or the pool of connections failed.
final class DatabaseReason {

    private DatabaseReason() {}

    /// One line, without a password.
    static String of(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null
                && (cause instanceof PoolInitializationException || cause.getCause() instanceof SQLException)) {
            cause = cause.getCause();
        }
        String words = words(cause);
        return Secrets.masked(words.lines().findFirst().orElse(words));
    }

    private static String words(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        if (message.startsWith("HikariPool")) {
            return "no connection was made in time";
        }
        return fault instanceof PSQLException driver && driver.getServerErrorMessage() == null
                ? ofDriver(driver, message)
                : message;
    }

    private static String ofDriver(PSQLException fault, String message) {
        if (message.startsWith("Connection attempt timed out") || isCausedBy(fault, SocketTimeoutException.class)) {
            return "no answer in time";
        }
        if (isCausedBy(fault, ConnectException.class)) {
            return message.split("\\. ", 2)[0];
        }
        if (isCausedBy(fault, UnknownHostException.class)) {
            return "the host of its URL is unknown";
        }
        if (isCausedBy(fault, CertificateException.class)) {
            return "no authority that is trusted vouches for its certificate";
        }
        if (message.startsWith("The hostname")) {
            return "its certificate is for another host";
        }
        if (isCausedBy(fault, IOException.class) || message.startsWith("This connection has been closed")) {
            return "the connection broke off";
        }
        return isCausedBy(fault, ReflectiveOperationException.class)
                ? "an option of its URL has no valid value"
                : message;
    }

    private static boolean isCausedBy(Throwable fault, Class<? extends Exception> type) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .anyMatch(type::isInstance);
    }
}
