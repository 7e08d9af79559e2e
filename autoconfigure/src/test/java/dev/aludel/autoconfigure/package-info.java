@NullMarked
package dev.aludel.autoconfigure;

import org.jspecify.annotations.NullMarked;
