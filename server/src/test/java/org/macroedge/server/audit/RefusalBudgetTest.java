package org.macroedge.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalBudgetTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // the clock of the machine may wrap
    private final RefusalBudget budget = new RefusalBudget(nanos::get);

    private void spend(String caller) {
        for (int row = 0; row < RefusalBudget.ROWS; row++) {
            assertThat(budget.take(caller)).hasValue(0);
        }
    }

    @Test
    void theRefusalsThatLeaveNoRowAreCountedInTheNextOne() {
        spend("key anna");
        assertThat(budget.take("key anna")).isEmpty();
        assertThat(budget.take("key anna")).isEmpty();

        nanos.addAndGet(RefusalBudget.PERIOD.toNanos() - 1);
        assertThat(budget.take("key anna")).isEmpty();

        nanos.incrementAndGet();
        assertThat(budget.take("key anna")).hasValue(3);
        assertThat(budget.take("key anna")).hasValue(0);
    }

    @Test
    void nobodySpendsTheBudgetOfAnother() {
        spend("");
        assertThat(budget.take("")).isEmpty();
        spend("key anna");
        spend("token anna");
    }

    @Test
    void manyCallersNeedLittleMemory() {
        spend("first");
        for (int caller = 0; caller < 1_000; caller++) {
            assertThat(budget.take("caller " + caller)).hasValue(0);
        }
        assertThat(budget.take("caller 999")).hasValue(0);
        assertThat(budget.take("first")).as("it was forgotten").hasValue(0);
    }
}
