/** What users think of the books. */
@NullMarked
package dev.aludel.demo.review;

import org.jspecify.annotations.NullMarked;
