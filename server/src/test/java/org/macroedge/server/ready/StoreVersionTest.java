package org.macroedge.server.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoreVersionTest {

    private static final Instant FIRST = Instant.parse("2022-02-01T08:30:00Z");

    private Instant stored = FIRST;
    private long nanos = Long.MAX_VALUE - 5;
    private int asked;

    private final StoreVersion version = new StoreVersion(this::ask, () -> nanos);

    private Instant ask() {
        asked++;
        return stored;
    }

    @Test
    void theStoreIsAskedOncePerLease() {
        version.current();
        nanos += StoreVersion.LEASE.toNanos() - 1;
        assertThat(version.current()).isEqualTo(FIRST);
        assertThat(asked).isOne();

        stored = FIRST.plusSeconds(1);
        nanos++;
        assertThat(version.current()).isEqualTo(stored);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aChangeThatIsToldIsSeenAtOnce() {
        version.current();
        stored = FIRST.plusSeconds(1);
        version.changed();
        assertThat(version.current()).isEqualTo(stored);
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptWhenItComesAfterIt() {
        Instant changed = FIRST.plusSeconds(1);
        StoreVersion[] late = new StoreVersion[1];
        late[0] = new StoreVersion(
                () -> {
                    Instant read = stored;
                    if (stored.equals(FIRST)) {
                        stored = changed;
                        late[0].changed();
                    }
                    return read;
                },
                () -> nanos);

        assertThat(late[0].current()).isEqualTo(FIRST);
        assertThat(late[0].current()).isEqualTo(changed);
    }

    @Test
    void nothingIsKnownWhereTheStoreCannotBeAsked() {
        StoreVersion lost = new StoreVersion(
                () -> {
                    throw new IllegalStateException("lost");
                },
                () -> nanos);
        assertThatThrownBy(lost::current).hasMessage("lost");
        assertThatThrownBy(lost::current).hasMessage("lost");
    }
}
