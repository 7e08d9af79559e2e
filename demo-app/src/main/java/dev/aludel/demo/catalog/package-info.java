/** What is sold: books in print, as files and as recordings, with their authors, publishers and categories. */
@NullMarked
package dev.aludel.demo.catalog;

import org.jspecify.annotations.NullMarked;
