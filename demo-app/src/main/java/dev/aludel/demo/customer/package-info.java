/** Who buys: users with their addresses and interests. */
@NullMarked
package dev.aludel.demo.customer;

import org.jspecify.annotations.NullMarked;
