@NullMarked
package dev.aludel.text;

import org.jspecify.annotations.NullMarked;
