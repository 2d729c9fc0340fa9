package org.macroedge.server.access.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.audit.CurrentChange;
import org.macroedge.server.platform.database.InstantColumn;
import org.macroedge.server.platform.web.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The table of keys.
final class ApiKeyStore {

    private static final String COLUMNS =
            "id, name, role, hash, created_at, created_by, expires_at, last_used_at, revoked_at";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ApiKeyStore(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Stores a new key.
    ///
    /// @return false where another key has its id, which chance makes one in four billion times
    boolean add(ApiKey key) {
        return changed(key.id(), () -> insert(key));
    }

    /// Runs a statement and writes its row of the audit log, both or neither.
    private boolean changed(String id, BooleanSupplier statement) {
        return Objects.requireNonNull(transactions.execute(status -> {
            boolean changed = statement.getAsBoolean();
            if (changed) {
                CurrentChange.record(jdbc, id);
            }
            return changed;
        }));
    }

    private boolean insert(ApiKey key) {
        return jdbc.sql("""
            INSERT INTO api_key (id, name, role, hash, created_at, created_by, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
                        .param(key.id())
                        .param(key.name())
                        .param(key.role().code())
                        .param(key.hash())
                        .param(key.createdAt().atOffset(ZoneOffset.UTC))
                        .param(key.createdBy())
                        .param(key.expiresAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Every key that was ever created, latest first.
    List<ApiKey> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_key ORDER BY created_at DESC, id")
                .query(ApiKeyStore::key)
                .list();
    }

    /// Revokes a key.
    ///
    /// @return false where it does not exist or is revoked already
    boolean revoke(String id, Instant now) {
        return changed(id, () -> end(id, now));
    }

    private boolean end(String id, Instant now) {
        return jdbc.sql("UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(id)
                        .update()
                == 1;
    }

    /// Notes that a key is used, unless that was noted a short time before.
    void use(String id, Instant now, Duration before) {
        jdbc.sql("UPDATE api_key SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(id)
                .param(now.minus(before).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                Coded.of(Role.class, row.getString("role")),
                row.getString("hash"),
                InstantColumn.of(row, "created_at"),
                row.getString("created_by"),
                InstantColumn.of(row, "expires_at"),
                InstantColumn.ofNullable(row, "last_used_at"),
                InstantColumn.ofNullable(row, "revoked_at"));
    }
}
