package org.macroedge.server.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.database.Database;

/// Writes the tables and views of a migrated database as a page, from the comments that the migrations give them.
final class SchemaPage {

    private static final String INTRODUCTION = """
        # Tables and views

        The store as SQL. A test generates the page from a migrated database:
        `mvn test -pl engine,server -am -Dtest=SchemaPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dmacro-edge.write=true`.

        The views of schema `read` come first: they are for people and programs that [ask by SQL](../how-to/query-with-sql.md), and
        all that role `reader` may read. The other tables and views are those of macro-edge itself. Write nothing: facts are
        append-only, and triggers refuse changes. Everything derived can be dropped and is rebuilt to the same bytes. Answers of
        macro-edge are computed from the facts and never read derived rows.

        """;

    private static final String RELATIONS = """
        SELECT c.oid, CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname AS name,
               c.relkind = 'v' AS view, obj_description(c.oid, 'pg_class') AS comment
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'read') AND c.relkind IN ('r', 'v', 'p') AND c.relname <> 'flyway_schema_history'
        ORDER BY n.nspname = 'public', c.relname COLLATE "C"
        """;
    private static final String COLUMNS = """
        SELECT attname AS name, format_type(atttypid, atttypmod) AS type, NOT attnotnull AS nullable,
               col_description(attrelid, attnum) AS comment
        FROM pg_attribute WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped ORDER BY attnum
        """;

    private record Relation(
            long oid, String name, boolean view, @Nullable String comment) {}

    private record Column(
            String name,
            String type,
            boolean nullable,
            @Nullable String comment) {}

    private SchemaPage() {}

    static String of(Database database) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        List<Relation> relations =
                database.jdbc().sql(RELATIONS).query(Relation.class).list();
        for (Relation relation : relations) {
            page.append(relation.view() ? "## View `" : "## Table `")
                    .append(relation.name())
                    .append("`\n\n");
            if (relation.comment() != null) {
                page.append(relation.comment()).append("\n\n");
            }
            page.append("| Column | Type | Meaning |\n|---|---|---|\n");
            database.jdbc()
                    .sql(COLUMNS)
                    .param(relation.oid())
                    .query(Column.class)
                    .list()
                    .forEach(column -> page.append("| `")
                            .append(column.name())
                            .append("` | ")
                            .append(column.type())
                            .append(column.nullable() && !relation.view() ? ", can be null" : "")
                            .append(" | ")
                            .append(
                                    column.comment() == null
                                            ? ""
                                            : column.comment().replace("|", "\\|"))
                            .append(" |\n"));
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }
}
