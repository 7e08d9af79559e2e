package dev.aludel.diff.online;

import dev.aludel.schema.ObjectName;

/** A constraint or index, and the table that has it. */
record Attached<T>(ObjectName table, T what) {}
