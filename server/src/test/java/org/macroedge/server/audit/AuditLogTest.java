package org.macroedge.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.audit.view.AuditItem;
import org.macroedge.server.audit.view.AuditPage;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.time.SettableClock;

class AuditLogTest {

    private static final AuditQuestion ALL = new AuditQuestion(null, null, null, null, null, 1_000);

    private final Database database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock("2026-11-28T08:00:00Z");
    private final AtomicLong nanos = new AtomicLong();
    private final AuditLog log = new AuditLog(database.jdbc(), clock, nanos::get);

    @AfterEach
    void close() {
        database.close();
    }

    private List<AuditItem> items() {
        return log.page(ALL).items();
    }

    /// A change that is one transaction.
    private String change(String id) {
        return String.valueOf(database.transactions().<Object>execute(status -> {
            CurrentChange.record(database.jdbc(), id);
            return id;
        }));
    }

    private void refuse() {
        assertThatThrownBy(() -> log.command("import undo", List.of("7"), () -> {
                    throw InvalidValue.of("x", "y", List.of("z"));
                }))
                .hasMessageContaining("Invalid value for x");
    }

    @Test
    void aCommandLeavesOneRowWithWhatItNamedAndWhatItMade() {
        assertThat(log.command("keys create", List.of("7"), () -> change("1f3a9c02")))
                .isEqualTo("1f3a9c02");

        assertThat(items())
                .containsExactly(new AuditItem(
                        items().getFirst().number(),
                        clock.instant(),
                        "command",
                        "command line",
                        null,
                        "keys create",
                        List.of("7", "1f3a9c02"),
                        "done",
                        200,
                        null,
                        0));
    }

    @Test
    void aChangeWithoutATransactionOfItsOwnLeavesItsRowWhenItEnds() {
        log.command("ingest", List.of("fred"), () -> {
            assertThat(items()).isEmpty();
            return "";
        });

        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.operation()).isEqualTo("ingest");
            assertThat(item.targets()).containsExactly("fred");
        });
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNoRowOfAChange() {
        log.command("import calendar", List.of(), () -> {
            database.transactions().executeWithoutResult(status -> {
                CurrentChange.record(database.jdbc(), "7");
                status.setRollbackOnly();
            });
            return "";
        });

        assertThat(items())
                .singleElement()
                .satisfies(item -> assertThat(item.targets()).isEmpty());
    }

    @Test
    void aChangeThatCannotBeAuditedIsNotMade() {
        String tooLate = "ALTER TABLE audit ADD CONSTRAINT full_disk CHECK (operation <> 'keys create') NOT VALID";
        database.jdbc().sql(tooLate).update();
        database.jdbc().sql("CREATE TABLE changed (id text)").update();

        try (LogLines lines = LogLines.open()) {
            assertThatThrownBy(() -> log.command(
                            "keys create",
                            List.of(),
                            () -> database.transactions().<Object>execute(status -> {
                                database.jdbc()
                                        .sql("INSERT INTO changed VALUES ('x')")
                                        .update();
                                CurrentChange.record(database.jdbc(), "x");
                                return "x";
                            })))
                    .hasMessageContaining("full_disk");
            lines.assertSeen("LogMessage.AUDIT_FAILED");
            assertThat(lines.lines()).singleElement().asString().contains("keys create by command line, status 500");
        }
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM changed")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatAJobDoesIsNoChangeOfACaller() {
        assertThat(change("7")).isEqualTo("7");
        log.command("jobs pause", List.of(), () -> change("8"));
        change("9");

        assertThat(items())
                .singleElement()
                .satisfies(item -> assertThat(item.targets()).containsExactly("8"));
    }

    @Test
    void ofManyRefusalsSixtyAMinuteLeaveARowAndTheNextOneCountsTheOthers() {
        for (int refusal = 0; refusal < 65; refusal++) {
            refuse();
        }
        log.command("jobs pause", List.of(), () -> change("bias_engine"));
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        refuse();

        assertThat(items()).hasSize(62);
        assertThat(items().get(0).leftOut()).isEqualTo(5);
        assertThat(items().get(0).outcome()).isEqualTo("refused");
        assertThat(items().get(0).status()).isEqualTo(400);
        assertThat(items().get(1).outcome())
                .as("what is done always leaves a row")
                .isEqualTo("done");
    }

    @Test
    void aPageEndsAtItsLimitAndLeadsToTheNextOne() {
        for (int job = 0; job < 5; job++) {
            String id = String.valueOf(job);
            log.command("jobs run", List.of(id), () -> id);
        }

        AuditPage first = log.page(new AuditQuestion(null, null, null, null, null, 2));
        AuditPage second = log.page(new AuditQuestion(null, null, null, null, first.next(), 2));
        AuditPage last = log.page(new AuditQuestion(null, null, null, null, second.next(), 2));

        assertThat(targets(first)).containsExactly("4", "3");
        assertThat(targets(second)).containsExactly("2", "1");
        assertThat(targets(last)).containsExactly("0");
        assertThat(last.next()).isNull();
        assertThat(log.page(new AuditQuestion(null, null, null, null, null, 5)).next())
                .isNull();
    }

    private static List<String> targets(AuditPage page) {
        return page.items().stream().flatMap(item -> item.targets().stream()).toList();
    }

    @Test
    void rowsAreFoundByTheirTimeTheirCallerAndTheirOperation() {
        log.command("jobs run", List.of("a"), () -> "");
        clock.set(clock.instant().plusSeconds(60));
        log.command("jobs pause", List.of("b"), () -> "");

        assertThat(targets(page(0, 59, null, null))).containsExactly("a");
        assertThat(targets(page(60, 60, null, null))).containsExactly("b");
        assertThat(targets(page(0, 60, "command line", null))).containsExactly("b", "a");
        assertThat(targets(page(0, 60, "local", null))).isEmpty();
        assertThat(targets(page(0, 60, null, "jobs run"))).containsExactly("a");
    }

    /// @param from in seconds after the first row
    private AuditPage page(int from, int to, String principal, String operation) {
        SettableClock start = new SettableClock("2026-11-28T08:00:00Z");
        return log.page(new AuditQuestion(
                start.instant().plusSeconds(from), start.instant().plusSeconds(to), principal, operation, null, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET status = 500",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "UPDATE audit SET principal = 'other' WHERE false"
            })
    void noRowCanBeChangedOrRemoved(String statement) {
        log.command("jobs run", List.of("a"), () -> "");

        assertThatThrownBy(() -> database.jdbc().sql(statement).update())
                .hasMessageContaining("audit holds facts: they are added, never changed or removed");
        assertThat(items()).hasSize(1);
    }
}
