package dev.aludel.script;

import static dev.aludel.script.JavaText.call;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ForeignKey.Action;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.Validity;
import java.util.List;

/** Constraints and indexes as calls. */
final class ConstraintCalls implements Constraint.Visitor<List<String>> {

    private final boolean added;

    /** @param isAdded whether they are added to a table that is there, rather than made with it */
    ConstraintCalls(boolean isAdded) {
        this.added = isAdded;
    }

    private String method(String name) {
        return added ? "add" + Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
    }

    @Override
    public List<String> primaryKey(PrimaryKey constraint) {
        return named(JavaCall.open(call(method("primaryKey"), constraint.columns())), constraint.name());
    }

    @Override
    public List<String> unique(UniqueConstraint constraint) {
        List<String> parts = named(JavaCall.open(call(method("unique"), constraint.columns())), constraint.name());
        if (!constraint.nullsDistinct()) {
            parts.add(call("nullsNotDistinct"));
        }
        return options(parts, constraint.options());
    }

    @Override
    public List<String> foreignKey(ForeignKey constraint) {
        List<String> parts = JavaCall.open(call(method("foreignKey"), constraint.columns()));
        parts.add(call("references", JavaCall.parts(constraint.target().spelled(), constraint.targetColumns())));
        named(parts, constraint.name());
        action(parts, "onDelete", constraint.onDelete());
        if (!constraint.deleteColumns().isEmpty()) {
            parts.add(call("deleting", constraint.deleteColumns()));
        }
        if (constraint.matchFull()) {
            parts.add(call("matchFull"));
        }
        action(parts, "onUpdate", constraint.onUpdate());
        return validity(options(parts, constraint.options()), constraint.validity());
    }

    private static void action(List<String> parts, String method, Action action) {
        if (action != Action.NO_ACTION) {
            parts.add("." + method + "(ForeignKey.Action." + action + ")");
        }
    }

    @Override
    public List<String> check(CheckConstraint constraint) {
        List<String> parts =
                JavaCall.open(call(method("check"), constraint.expression().declared()));
        return validity(options(named(parts, constraint.name()), constraint.options()), constraint.validity());
    }

    @Override
    public List<String> exclusion(ExclusionConstraint constraint) {
        return named(
                JavaCall.open(call(method("exclusion"), constraint.definition().declared())), constraint.name());
    }

    static List<String> index(Index index) {
        List<IndexKey> keys = index.keys();
        int plain = 0;
        while (plain < keys.size() && isPlain(keys.get(plain))) {
            plain++;
        }
        List<String> parts = JavaCall.open(call(
                "createIndex",
                keys.subList(0, plain).stream()
                        .map(key -> key.expression().declared())
                        .toList()));
        keys.subList(plain, keys.size()).forEach(key -> key(parts, key));
        named(parts, index.name());
        if (index.unique()) {
            parts.add(call("unique"));
        }
        if (!index.method().equals("btree")) {
            parts.add(call("using", index.method()));
        }
        if (!index.include().isEmpty()) {
            parts.add(call("include", index.include()));
        }
        if (!index.nullsDistinct()) {
            parts.add(call("nullsNotDistinct"));
        }
        if (index.predicate() != null) {
            parts.add(call("where", index.predicate().declared()));
        }
        return options(parts, index.options());
    }

    private static boolean isPlain(IndexKey key) {
        return key.isColumn()
                && !key.descending()
                && !key.nullsFirst()
                && key.options().isEmpty();
    }

    private static void key(List<String> parts, IndexKey key) {
        boolean falling = key.isColumn() && key.descending();
        String method = falling ? "descending" : key.isColumn() ? "column" : "expression";
        parts.add(call(method, key.expression().declared()));
        if (key.descending() != falling || key.nullsFirst() != falling) {
            parts.add(".order(" + key.descending() + ", " + key.nullsFirst() + ")");
        }
        if (!key.options().isEmpty()) {
            parts.add(call("keyOptions", key.options()));
        }
    }

    private static List<String> named(List<String> parts, ConstraintName name) {
        if (!name.isUnnamed()) {
            parts.add(call("named", name.text()));
        }
        return parts;
    }

    private static List<String> options(List<String> parts, String options) {
        if (!options.isEmpty()) {
            parts.add(call("options", options));
        }
        return parts;
    }

    private static List<String> validity(List<String> parts, Validity validity) {
        switch (validity) {
            case NOT_VALID -> parts.add(call("notValid"));
            case NOT_ENFORCED -> parts.add(call("notEnforced"));
            case VALID -> {}
        }
        return parts;
    }
}
