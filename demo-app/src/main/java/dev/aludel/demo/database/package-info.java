/** The PostgreSQL server that comes with the bookshop: started by the first process that needs it, stopped by the last. */
@NullMarked
package dev.aludel.demo.database;

import org.jspecify.annotations.NullMarked;
