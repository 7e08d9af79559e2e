package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.text.ExpressionLexer;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.Token;
import dev.aludel.dialect.postgresql.text.TokenReader;
import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.hazard.HazardCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads from the text of statements what they ask of the rows that are there (PostgreSQL manual, ALTER TABLE and CREATE INDEX). Nothing
 * is said of rows and columns that an earlier statement changes, nor of what is not understood.
 */
final class DemandReader {

    private static final Set<String> CHANGING = Set.of("update", "insert", "delete", "merge", "truncate", "copy");

    private final List<Demand> demands = new ArrayList<>();
    private final Set<String> changedTables = new HashSet<>();
    private final Set<String> changedColumns = new HashSet<>();
    private final Map<String, Demand> unvalidated = new HashMap<>();
    private boolean unknown;
    private int statement;
    private String table = "";
    private TokenReader reader = new TokenReader("");

    private DemandReader() {}

    static List<Demand> of(List<String> statements) {
        DemandReader all = new DemandReader();
        for (String sql : statements) {
            all.read(sql);
            all.statement++;
        }
        return List.copyOf(all.demands);
    }

    private void read(String sql) {
        reader = new TokenReader(sql);
        if (reader.accept("alter", "table")) {
            reader.accept("if", "exists");
            reader.accept("only");
            table = name();
            reader.accept("*");
            actions();
        } else if (reader.accept("create", "unique", "index")) {
            uniqueIndex();
        } else if (reader.accept("do") || reader.accept("call")) {
            unknown = true;
        } else if (CHANGING.contains(reader.peek().text()) || reader.sees("with")) {
            while (!reader.atEnd()) {
                if (reader.peek().isName()) {
                    changedTables.add(name());
                } else {
                    reader.next();
                }
            }
        }
    }

    private void actions() {
        do {
            action();
            toComma();
        } while (reader.accept(","));
    }

    private void action() {
        if (reader.accept("alter")) {
            reader.accept("column");
            alterColumn(reader.next());
        } else if (reader.accept("add", "column")) {
            reader.accept("if", "not", "exists");
            addColumn(reader.next());
        } else if (reader.accept("add")) {
            String name = reader.accept("constraint") ? reader.next().text() : "";
            constraint(name);
        } else if (reader.accept("drop", "column")) {
            reader.accept("if", "exists");
            changedColumns.add(reader.next().text());
        } else if (reader.accept("validate", "constraint")) {
            Demand demand = unvalidated.get(reader.next().text());
            if (demand != null) {
                add(demand.code(), demand.query(), demand.counts(), demand.words());
            }
        } else if (reader.accept("rename")) {
            changedTables.add(table);
        }
    }

    private void alterColumn(Token column) {
        String quoted = Identifiers.quote(column.text());
        if (reader.accept("set", "not", "null")) {
            count(HazardCode.SET_NOT_NULL, quoted + " is null", "have no value in '" + column.text() + "'");
        } else if (reader.accept("set", "data", "type") || reader.accept("type")) {
            retype(column, quoted);
            changedColumns.add(column.text());
        }
    }

    private void retype(Token column, String quoted) {
        int from = reader.position();
        while (!reader.atEnd() && !reader.sees("using") && !reader.sees("collate") && !reader.sees(",")) {
            if (reader.next().is("(")) {
                reader.toClosing();
            }
        }
        String type = reader.text(from, reader.position());
        if (reader.accept("collate")) {
            name();
        }
        String value = quoted;
        if (reader.accept("using")) {
            int begin = reader.position();
            toComma();
            value = "(" + reader.text(begin, reader.position()) + ")";
        }
        TypeName now = TypeName.of(type);
        int length = now.is("char") ? now.argument(0, 1) : now.argument(0, 0);
        boolean text = !now.array() && now.family() == TypeFamily.TEXT;
        if (text && length > 0) {
            count(
                    HazardCode.NARROW_TYPE,
                    "char_length(rtrim(" + value + "::text, ' ')) > " + length,
                    "have more than " + length + " characters in '" + column.text() + "'");
        } else if (!text) {
            add(
                    HazardCode.CONVERT_TYPE,
                    "select count(" + value + "::" + type + ") from " + table,
                    false,
                    "cannot be read as " + type + " in '" + column.text() + "'");
        }
    }

    /** A column that rows get no value for. */
    private void addColumn(Token column) {
        boolean notNull = false;
        boolean valued = false;
        while (!reader.atEnd() && !reader.sees(",")) {
            notNull |= reader.sees("not", "null") || reader.sees("primary", "key");
            valued |= reader.sees("default")
                    || reader.sees("generated")
                    || reader.sees("serial")
                    || reader.sees("bigserial");
            if (reader.next().is("(")) {
                reader.toClosing();
            }
        }
        if (notNull && !valued) {
            count(HazardCode.ADD_NOT_NULL_COLUMN, "", "would have no value in '" + column.text() + "'");
        }
        changedColumns.add(column.text());
    }

    private void constraint(String name) {
        if (reader.accept("unique")) {
            boolean distinct = !reader.accept("nulls", "not", "distinct");
            reader.accept("nulls", "distinct");
            if (reader.accept("(")) {
                duplicates(HazardCode.ADD_UNIQUE, columns(), distinct, "");
            }
        } else if (reader.accept("primary", "key", "(")) {
            List<String> columns = columns();
            count(
                    HazardCode.ADD_PRIMARY_KEY,
                    String.join(" is null or ", columns) + " is null",
                    "have no value in the key");
            duplicates(HazardCode.ADD_PRIMARY_KEY, columns, true, "");
        } else if (reader.accept("check", "(")) {
            String condition = reader.toClosing();
            checked(name, HazardCode.ADD_CHECK, rows("not (" + condition + ")"), "do not hold '" + condition + "'");
        } else if (reader.accept("foreign", "key", "(")) {
            foreignKey(name, columns());
        }
    }

    private void foreignKey(String name, List<String> columns) {
        if (!reader.accept("references")) {
            return;
        }
        String target = name();
        if (changedTables.contains(target) || !reader.accept("(")) {
            return;
        }
        List<String> targets = columns();
        if (targets.size() != columns.size()) {
            return;
        }
        List<String> present = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            present.add("source." + columns.get(i) + " is not null");
            equal.add("target." + targets.get(i) + " = source." + columns.get(i));
        }
        checked(
                name,
                HazardCode.ADD_FOREIGN_KEY,
                "select count(*) from " + table + " source where " + String.join(" and ", present)
                        + " and not exists (select from " + target + " target where " + String.join(" and ", equal)
                        + ")",
                "refer to none of '" + target + "'");
    }

    /** At once, or when it is validated. */
    private void checked(String name, HazardCode code, String query, String words) {
        int before = reader.position();
        boolean later = false;
        while (!reader.atEnd() && !reader.sees(",")) {
            later |= reader.sees("not", "valid") || reader.sees("not", "enforced");
            if (reader.next().is("(")) {
                reader.toClosing();
            }
        }
        if (!later) {
            add(code, query, true, words);
        } else if (isJudged(reader.text(0, before))) {
            unvalidated.put(name, new Demand(statement, code, table, query, true, words));
        }
    }

    private void uniqueIndex() {
        reader.accept("concurrently");
        reader.accept("if", "not", "exists");
        if (!reader.sees("on")) {
            name();
        }
        if (!reader.accept("on")) {
            return;
        }
        reader.accept("only");
        table = name();
        if (reader.accept("using")) {
            reader.next();
        }
        if (!reader.accept("(")) {
            return;
        }
        List<String> keys = keys();
        if (reader.accept("include", "(")) {
            reader.toClosing();
        }
        boolean distinct = !reader.accept("nulls", "not", "distinct");
        while (!reader.atEnd() && !reader.sees("where")) {
            reader.next();
        }
        String where = reader.accept("where") ? reader.text(reader.position(), Integer.MAX_VALUE) : "";
        duplicates(HazardCode.ADD_UNIQUE, keys, distinct, where);
    }

    /** The keys of an index, without their order, operator classes and collations. */
    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        do {
            int from = reader.position();
            if (reader.accept("(")) {
                reader.toClosing();
            } else {
                name();
                if (reader.accept("(")) {
                    reader.toClosing();
                }
            }
            keys.add(reader.text(from, reader.position()));
            while (!reader.atEnd() && !reader.sees(",") && !reader.sees(")")) {
                if (reader.next().is("(")) {
                    reader.toClosing();
                }
            }
        } while (reader.accept(","));
        reader.accept(")");
        return keys;
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        do {
            columns.add(Identifiers.quote(reader.next().text()));
        } while (reader.accept(","));
        reader.accept(")");
        return columns;
    }

    private void duplicates(HazardCode code, List<String> keys, boolean distinct, String where) {
        List<String> conditions = new ArrayList<>();
        if (!where.isEmpty()) {
            conditions.add("(" + where + ")");
        }
        if (distinct) {
            keys.forEach(key -> conditions.add(key + " is not null"));
        }
        String groups = "from " + table + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " group by " + String.join(", ", keys) + " having count(*) > 1";
        add(
                code,
                BreakingRows.countOfDuplicates(groups),
                true,
                "have the same (" + String.join(", ", keys) + ") as another");
    }

    private void count(HazardCode code, String condition, String words) {
        add(code, rows(condition), true, words);
    }

    private String rows(String condition) {
        return "select count(*) from " + table + (condition.isEmpty() ? "" : " where " + condition);
    }

    private void add(HazardCode code, String query, boolean counts, String words) {
        if (isJudged(query)) {
            demands.add(new Demand(statement, code, table, query, counts, words));
        }
    }

    private boolean isJudged(String text) {
        return !unknown
                && !changedTables.contains(table)
                && ExpressionLexer.tokens(text).stream()
                        .filter(Token::isName)
                        .noneMatch(token -> changedColumns.contains(token.text()));
    }

    /** A name with its schema, as it is to be written. */
    private String name() {
        StringBuilder name = new StringBuilder(Identifiers.quote(reader.next().text()));
        while (reader.accept(".")) {
            name.append('.').append(Identifiers.quote(reader.next().text()));
        }
        return name.toString();
    }

    private void toComma() {
        while (!reader.atEnd() && !reader.sees(",")) {
            if (reader.next().is("(")) {
                reader.toClosing();
            }
        }
    }
}
