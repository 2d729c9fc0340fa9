package org.macroedge.server.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.access.keys.view.CreatedKey;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.Role;

/// Two processes over one store, each with its keys in memory.
class KeyRingTest {

    private final Database database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock("2026-11-27T08:00:00Z");
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // the clock of the machine may wrap
    private final ApiKeyStore store = new ApiKeyStore(database.jdbc(), database.transactions());
    private final KeyRing ring = new KeyRing(store, clock, nanos::get);
    private final ApiKeys other = new ApiKeys(store, new KeyRing(store, clock, nanos::get), clock);

    @AfterEach
    void close() {
        database.close();
    }

    private CreatedKey create(int days) {
        return other.create(new KeyRequest("notebook", "viewer", days), "local");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /// As it is sent.
    private Caller known(String key) {
        return ring.known("Bearer " + key, "Bearer ".length());
    }

    @Test
    void aKeyIsKnownByItsNameAndRole() {
        CreatedKey created = create(1);

        assertThat(ring.check(created.key()).role()).isEqualTo(Role.VIEWER);
        assertThat(ring.check(created.key()).name())
                .isEqualTo("notebook (key " + created.item().id() + ")");
    }

    @Test
    void theStoreHasNoKeyThatCouldBeUsed() {
        CreatedKey created = create(1);
        String secret = created.key().substring(12);
        String row = database.jdbc()
                .sql("SELECT api_key::text FROM api_key")
                .query(String.class)
                .single();

        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(row).contains(created.item().id()).doesNotContain(secret);
        assertThat(created.toString()).doesNotContain(secret);
        assertThat(KeyText.of(created.key()).orElseThrow().toString()).doesNotContain(secret);
    }

    @Test
    void whatAnotherProcessRevokesIsRefusedFiveSecondsLaterAtTheLatest() {
        CreatedKey created = create(1);
        ring.check(created.key());
        other.revoke(created.item().id());
        pass(KeyRing.FRESH.minusNanos(1));
        assertThat(ring.check(created.key()).role()).isEqualTo(Role.VIEWER);
        pass(Duration.ofNanos(1));

        assertThatThrownBy(() -> ring.check(created.key()))
                .hasMessage(
                        "Key " + created.item().id() + " was revoked at 2026-11-27T08:00:00Z. Ask an administrator for"
                                + " another; `keys create` makes one");
    }

    @Test
    void whatThisProcessRevokesIsRefusedAtOnce() {
        ApiKeys own = new ApiKeys(store, ring, clock);
        CreatedKey created = create(1);
        ring.check(created.key());
        own.revoke(created.item().id());

        assertThatThrownBy(() -> ring.check(created.key())).hasMessageContaining(" was revoked at ");
    }

    @Test
    void whatIsKnownFromMemoryEndsWithTheSnapshotAndWithTheKey() {
        CreatedKey created = create(1);
        assertThat(known(created.key())).isNull();
        ring.check(created.key());
        Caller caller = known(created.key());
        assertThat(caller).isNotNull().isSameAs(known(created.key()));
        assertThat(known(created.key().substring(0, 12) + "0".repeat(64))).isNull();
        assertThat(known("me_")).isNull();

        clock.set("2026-11-28T08:00:00Z");
        assertThat(known(created.key())).isNull();
        clock.set("2026-11-27T08:00:00Z");
        assertThat(known(created.key())).isEqualTo(caller);
        other.revoke(created.item().id());
        pass(KeyRing.FRESH);
        assertThat(known(created.key())).isNull();
        assertThatThrownBy(() -> ring.check(created.key())).hasMessageContaining(" was revoked at ");
        assertThat(known(created.key())).isNull();
    }

    @Test
    void aKeyIsRefusedFromTheInstantOfItsExpiry() {
        CreatedKey created = create(1);
        clock.set("2026-11-28T07:59:59.999Z");
        assertThat(ring.check(created.key()).role()).isEqualTo(Role.VIEWER);
        clock.set("2026-11-28T08:00:00Z");

        assertThatThrownBy(() -> ring.check(created.key()))
                .hasMessage("Key " + created.item().id() + " expired at 2026-11-28T08:00:00Z. Ask an administrator for"
                        + " another; `keys create` makes one");
    }

    @Test
    void anotherSecretOfAKnownKeyIsRefusedAsUnknownAndSaysNothingOfTheKey() {
        CreatedKey created = create(1);
        String changed = created.key().substring(0, 12) + "0".repeat(64);
        other.revoke(created.item().id());

        assertThatThrownBy(() -> ring.check(changed)).hasMessageStartingWith("This server does not know the key");
    }

    @Test
    void theLastUseIsStoredOnceAnHour() {
        CreatedKey created = create(1);
        assertThat(lastUse()).isNull();
        ring.check(created.key());
        assertThat(lastUse()).isEqualTo(Instant.parse("2026-11-27T08:00:00Z"));
        clock.set("2026-11-27T08:59:59Z");
        ring.check(created.key());
        assertThat(lastUse()).isEqualTo(Instant.parse("2026-11-27T08:00:00Z"));
        clock.set("2026-11-27T09:00:00Z");
        ring.check(created.key());
        assertThat(lastUse()).isEqualTo(Instant.parse("2026-11-27T09:00:00Z"));
    }

    @Test
    void aClockThatStepsBackMovesNoUseBack() {
        CreatedKey created = create(1);
        ring.check(created.key());
        clock.set("2026-11-27T07:00:00Z");
        ring.check(created.key());
        new KeyRing(store, clock, nanos::get).check(created.key());

        assertThat(lastUse()).isEqualTo(Instant.parse("2026-11-27T08:00:00Z"));
    }

    private @Nullable Instant lastUse() {
        return other.list().items().getFirst().lastUsedAt();
    }
}
