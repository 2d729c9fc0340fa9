package org.macroedge.server.sources.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.KeyPlace;
import org.macroedge.server.platform.config.Secrets;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;

/// The keys of sources. Those that the environment does not give are read from a secret where one is set, and read
/// again after five minutes, so that a key that was changed there is used without a restart. While the secret cannot
/// be read, the keys that were read last stand. Thread-safe.
public final class SourceKeys {

    static final Duration KEPT = Duration.ofMinutes(5);
    /// After a failure.
    static final Duration FAULT_KEPT = Duration.ofMinutes(1);

    private final SourceSettings settings;
    private final @Nullable KeySecret secret;
    private final Clock clock;
    private Map<String, String> read = Map.of();
    private @Nullable KeyFault fault;
    private Instant until = Instant.MIN;

    SourceKeys(SourceSettings settings, @Nullable KeySecret secret, Clock clock) {
        this.settings = settings;
        this.secret = secret;
        this.clock = clock;
    }

    /// The keys of these settings. Nothing is read before the first key is asked for that the environment does not
    /// give.
    public static SourceKeys of(SourceSettings settings, Clock clock) {
        KeyPlace place = settings.place();
        return new SourceKeys(settings, place == null ? null : secret(place), clock);
    }

    private static KeySecret secret(KeyPlace place) {
        return switch (place.store()) {
            case VAULT -> new VaultSecret(place);
            case AWS -> new AwsSecret(place);
        };
    }

    /// The key of a variable.
    public Optional<String> key(Variable variable) {
        return settings.key(variable).or(() -> Optional.ofNullable(fields().get(variable.key())));
    }

    /// Why keys could not be read the last time.
    public synchronized Optional<KeyFault> fault() {
        return Optional.ofNullable(fault);
    }

    private synchronized Map<String, String> fields() {
        Instant now = clock.instant();
        if (secret == null || now.isBefore(until)) {
            return read;
        }
        try {
            read = checked(secret.read());
            fault = null;
            until = now.plus(KEPT);
        } catch (KeyFault refused) {
            fault = refused;
            until = now.plus(FAULT_KEPT);
        }
        return read;
    }

    /// Each is remembered, so that no message shows it.
    private Map<String, String> checked(Map<String, String> fields) {
        fields.values().forEach(Secrets::keep);
        fields.forEach((name, value) -> {
            if (!SourceSettings.isKey(value)) {
                throw new KeyFault(KeyMessage.NOT_A_KEY, name, String.valueOf(settings.place()));
            }
        });
        return Map.copyOf(fields);
    }
}
