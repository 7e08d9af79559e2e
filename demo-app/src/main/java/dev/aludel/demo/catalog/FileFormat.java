package dev.aludel.demo.catalog;

/** What reads an e-book. */
public enum FileFormat {
    EPUB,
    PDF
}
