/** Sessions on the migrated database and on scratch databases: how they are opened and prepared, waits, the lock between processes, transactions. */
@NullMarked
package dev.aludel.runner.session;

import org.jspecify.annotations.NullMarked;
