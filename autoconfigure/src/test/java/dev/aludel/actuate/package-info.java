@NullMarked
package dev.aludel.actuate;

import org.jspecify.annotations.NullMarked;
