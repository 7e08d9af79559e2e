/** Names and differences that a database with a history of its own keeps: whose name a constraint takes, and what is accepted as it is. */
@NullMarked
package dev.aludel.diff.adoption;

import org.jspecify.annotations.NullMarked;
