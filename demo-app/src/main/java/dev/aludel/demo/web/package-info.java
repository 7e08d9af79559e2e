/** What all controllers share: how failures look to a client. */
@NullMarked
package dev.aludel.demo.web;

import org.jspecify.annotations.NullMarked;
