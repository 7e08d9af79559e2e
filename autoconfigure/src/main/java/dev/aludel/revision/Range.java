package dev.aludel.revision;

/** The two ends of a range such as {@code a:b}. */
record Range(String from, String to) {

    /**
     * @param defaultFrom for {@code :b}; empty where a range must say where it begins
     * @param defaultTo for {@code a:}
     */
    static Range parse(String range, String defaultFrom, String defaultTo) {
        String[] ends = range.strip().split(":", -1);
        if (ends.length != 2 || (ends[0].isBlank() && defaultFrom.isEmpty())) {
            throw new InvalidIdentifierException(
                    range.strip(), "is not a range. Write two revisions and a colon between them, as in 'a:b'.");
        }
        return new Range(ends[0].isBlank() ? defaultFrom : ends[0], ends[1].isBlank() ? defaultTo : ends[1]);
    }
}
