package dev.aludel.schema;

/**
 * What a generated column is computed from.
 *
 * @param expression over columns of the same row
 * @param stored whether the value is kept in the row; otherwise it is computed on reading (PostgreSQL 18's virtual)
 */
public record GeneratedValue(Expression expression, boolean stored) {}
