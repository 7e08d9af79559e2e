package dev.aludel.demo.catalog;

/** How a printed book is held together. */
public enum Binding {
    HARDCOVER,
    PAPERBACK,
    SPIRAL
}
