/** The metamodel reader judged by Hibernate's own schema creation. */
@NullMarked
package dev.aludel.metamodel;

import org.jspecify.annotations.NullMarked;
