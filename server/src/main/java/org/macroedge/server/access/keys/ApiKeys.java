package org.macroedge.server.access.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.access.keys.view.ApiKeyItem;
import org.macroedge.server.access.keys.view.ApiKeyList;
import org.macroedge.server.access.keys.view.CreatedKey;
import org.macroedge.server.access.keys.view.KeyState;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.web.Role;

/// Creates, lists and revokes keys.
public final class ApiKeys {

    /// A list of keys stays readable.
    static final int LONGEST_NAME = 100;
    /// Safe in every log.
    static final String NAME = "^[A-Za-z0-9][A-Za-z0-9 ._@+-]*$";

    private static final Pattern NAME_FORM = Pattern.compile(NAME);
    private static final int USUAL_DAYS = 365;
    private static final int MOST_DAYS = 3_650;

    private final ApiKeyStore store;
    private final KeyRing ring;
    private final Clock clock;

    ApiKeys(ApiKeyStore store, KeyRing ring, Clock clock) {
        this.store = store;
        this.ring = ring;
        this.clock = clock;
    }

    /// Creates a key. The answer is the only place where its text ever is.
    ///
    /// @param creator who asks for it
    /// @throws MacroEdgeException with `invalid-request` where name, role or days cannot be used
    public CreatedKey create(KeyRequest request, String creator) {
        String name = name(request.name());
        Role role = role(request.role());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expiresAt = now.plus(Duration.ofDays(days(request.days())));
        while (true) {
            KeyText text = KeyText.random();
            ApiKey key = new ApiKey(text.id(), name, role, text.hash(), now, creator, expiresAt, null, null);
            if (store.add(key)) {
                ring.forget();
                return new CreatedKey(text.text(), item(key, now));
            }
        }
    }

    private static String name(@Nullable String text) {
        if (text == null
                || text.length() > LONGEST_NAME
                || !NAME_FORM.matcher(text).matches()) {
            throw KeyProblem.NAME_FORM.exception(LONGEST_NAME);
        }
        return text;
    }

    private static Role role(@Nullable String code) {
        List<String> codes = Arrays.stream(Role.values()).map(Role::code).toList();
        if (code == null || !codes.contains(code)) {
            throw InvalidValue.of("role", String.valueOf(code), codes);
        }
        return Coded.of(Role.class, code);
    }

    private static int days(@Nullable Integer days) {
        int given = days == null ? USUAL_DAYS : days;
        if (given < 1 || given > MOST_DAYS) {
            throw InvalidValue.of("days", given, List.of("1 to " + MOST_DAYS));
        }
        return given;
    }

    /// Every key that was ever created, latest first.
    public ApiKeyList list() {
        Instant now = clock.instant();
        return new ApiKeyList(store.all().stream().map(key -> item(key, now)).toList());
    }

    /// Revokes a key: this process refuses it from now on, and others within five seconds.
    ///
    /// @throws MacroEdgeException with `unknown-key`, or with `key-revoked` where it is revoked already
    public ApiKeyItem revoke(String id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean revoked = store.revoke(id, now);
        ring.forget();
        ApiKeyItem item = list().items().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> KeyProblem.NO_SUCH_KEY.exception(id));
        if (!revoked) {
            throw KeyProblem.REVOKED_ALREADY.exception(id);
        }
        return item;
    }

    private static ApiKeyItem item(ApiKey key, Instant now) {
        return new ApiKeyItem(
                key.id(),
                key.name(),
                key.role().code(),
                state(key, now).code(),
                key.createdAt(),
                key.createdBy(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }

    private static KeyState state(ApiKey key, Instant now) {
        if (key.revokedAt() != null) {
            return KeyState.REVOKED;
        }
        return key.isInForce(now) ? KeyState.IN_FORCE : KeyState.EXPIRED;
    }
}
