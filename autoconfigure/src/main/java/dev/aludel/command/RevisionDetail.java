package dev.aludel.command;

/**
 * A revision with its SQL.
 *
 * @param upgrade the text of the section, without outer white space
 * @param downgrade the text of the section, without outer white space
 */
public record RevisionDetail(RevisionInfo info, String upgrade, String downgrade) {}
