package org.macroedge.server.sources.keys;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.KeyPlace;
import org.macroedge.server.platform.config.Secrets;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.vault.authentication.SimpleSessionManager;
import org.springframework.vault.authentication.TokenAuthentication;
import org.springframework.vault.client.VaultEndpoint;
import org.springframework.vault.core.VaultTemplate;
import org.springframework.vault.support.Versioned;
import org.springframework.web.client.HttpStatusCodeException;

/// A secret of HashiCorp Vault or OpenBao, engine KV version 2. The file of the token is read each time, so that an
/// agent may renew it.
final class VaultSecret implements KeySecret {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;

    private final KeyPlace place;

    VaultSecret(KeyPlace place) {
        this.place = place;
    }

    @Override
    public Map<String, String> read() {
        VaultTemplate vault = new VaultTemplate(
                VaultEndpoint.from(Objects.requireNonNull(place.address())),
                new WithoutRedirects(),
                new SimpleSessionManager(new TokenAuthentication(token())));
        Versioned<Map<String, Object>> secret;
        try {
            secret = vault.opsForVersionedKeyValue(place.folder()).get(place.name());
        } catch (RuntimeException fault) {
            // of many kinds, also for an answer of another form
            throw new KeyFault(isRefusal(fault) ? KeyMessage.REFUSED : KeyMessage.UNREACHABLE, place);
        }
        if (secret == null || !secret.hasData()) {
            throw new KeyFault(KeyMessage.NO_SECRET, place);
        }
        Map<String, String> fields = new TreeMap<>();
        secret.getRequiredData().forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw new KeyFault(KeyMessage.NOT_FIELDS, place);
            }
            fields.put(name, text);
        });
        return fields;
    }

    private static boolean isRefusal(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpStatusCodeException status) {
                int code = status.getStatusCode().value();
                return code == UNAUTHORISED || code == FORBIDDEN;
            }
        }
        return false;
    }

    private String token() {
        @Nullable Path file = place.tokenFile();
        if (file == null) {
            return Objects.requireNonNull(place.token());
        }
        try {
            String token = Files.readString(file).strip();
            Secrets.keep(token);
            if (!token.isEmpty()) {
                return token;
            }
        } catch (IOException unreadable) {
            // the same as a file without a token
        }
        throw new KeyFault(KeyMessage.REFUSED, place);
    }

    /// A redirect would send the token to another host.
    private static final class WithoutRedirects extends SimpleClientHttpRequestFactory {

        WithoutRedirects() {
            setConnectTimeout(CONNECT);
            setReadTimeout(READ);
        }

        @Override
        protected void prepareConnection(HttpURLConnection connection, String method) throws IOException {
            super.prepareConnection(connection, method);
            connection.setInstanceFollowRedirects(false);
        }
    }
}
