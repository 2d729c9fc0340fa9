package org.macroedge.server.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.macroedge.server.access.keys.view.ApiKeyItem;
import org.macroedge.server.access.keys.view.ApiKeyList;
import org.macroedge.server.access.keys.view.KeyState;
import org.macroedge.server.platform.config.AccessSettings.Mode;

/// Checks the keys with which programs ask a server in secured mode.
public final class KeyChecks {

    /// Time to give a new key to whatever uses the old one.
    private static final Duration SOON = Duration.ofDays(14);

    private static final String NAME = "key";

    private KeyChecks() {}

    /// One line for each key that expires soon, the first to expire first. Nothing where a server asks for none.
    ///
    /// @param mode its code
    public static List<Check> all(String mode, ApiKeyList keys, Instant now) {
        if (mode.equals(Mode.LOCAL.code())) {
            return List.of();
        }
        List<ApiKeyItem> inForce = keys.items().stream()
                .filter(key -> key.state().equals(KeyState.IN_FORCE.code()))
                .toList();
        if (inForce.isEmpty() && mode.equals(Mode.KEYS.code())) {
            return List.of(Check.warn(NAME, DoctorMessage.NO_KEY_IN_FORCE));
        }
        return inForce.stream()
                .filter(key -> key.expiresAt().isBefore(now.plus(SOON)))
                .sorted(Comparator.comparing(ApiKeyItem::expiresAt))
                .map(key -> Check.warn(NAME, DoctorMessage.KEY_EXPIRES, key.name(), key.id(), key.expiresAt()))
                .toList();
    }
}
