/** What is done for a plan on PostgreSQL: objects that stand in its way are taken down and put back. */
@NullMarked
package dev.aludel.dialect.postgresql.forms;

import org.jspecify.annotations.NullMarked;
