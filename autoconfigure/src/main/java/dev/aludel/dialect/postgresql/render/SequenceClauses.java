package dev.aludel.dialect.postgresql.render;

import dev.aludel.schema.Sequence;
import java.util.Objects;

/** The clauses of a sequence's definition that are not PostgreSQL's defaults (PostgreSQL manual, CREATE SEQUENCE). */
final class SequenceClauses {

    private SequenceClauses() {}

    static String ofNew(Sequence sequence) {
        StringBuilder sql = new StringBuilder();
        Sequence.Options options = sequence.options();
        boolean ascending = sequence.increment() > 0;
        if (options != null && !options.type().equals("bigint")) {
            sql.append(" as ").append(options.type());
        }
        if (sequence.start() != (ascending ? 1 : -1)) {
            sql.append(" start with ").append(sequence.start());
        }
        if (sequence.increment() != 1) {
            sql.append(" increment by ").append(sequence.increment());
        }
        if (options != null) {
            sql.append(limits(sequence, options));
        } else if (ascending && sequence.start() < 1) {
            sql.append(" minvalue ").append(sequence.start());
        } else if (!ascending && sequence.start() > -1) {
            sql.append(" maxvalue ").append(sequence.start());
        }
        return sql.toString();
    }

    static String ofChange(Sequence before, Sequence after) {
        StringBuilder sql = new StringBuilder();
        Sequence.Options old = before.options();
        Sequence.Options now = after.options();
        if (now != null && (old == null || !old.type().equals(now.type()))) {
            sql.append(" as ").append(now.type());
        }
        if (before.start() != after.start()) {
            sql.append(" start with ").append(after.start());
        }
        if (before.increment() != after.increment()) {
            sql.append(" increment by ").append(after.increment());
        }
        if (now != null && !Objects.equals(old, now)) {
            sql.append(" minvalue ").append(now.minimum()).append(" maxvalue ").append(now.maximum());
            sql.append(" cache ").append(now.cache()).append(now.cycle() ? " cycle" : " no cycle");
        }
        return sql.toString();
    }

    private static String limits(Sequence sequence, Sequence.Options options) {
        boolean ascending = sequence.increment() > 0;
        StringBuilder sql = new StringBuilder();
        if (options.minimum() != (ascending ? 1 : lowest(options.type()))) {
            sql.append(" minvalue ").append(options.minimum());
        }
        if (options.maximum() != (ascending ? highest(options.type()) : -1)) {
            sql.append(" maxvalue ").append(options.maximum());
        }
        if (options.cache() != 1) {
            sql.append(" cache ").append(options.cache());
        }
        return sql.append(options.cycle() ? " cycle" : "").toString();
    }

    private static long highest(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    private static long lowest(String type) {
        return -highest(type) - 1;
    }
}
