package dev.aludel.hazard;

import java.util.Locale;

/** How large a table is, as far as the database knows without counting. */
public record TableSize(long rows, long bytes) {

    /** Below so many rows work on a table is over before anybody notices. */
    public static final long FEW_ROWS = 10_000;

    private static final long MEGABYTE = 1024 * 1024;

    /** Below so many bytes likewise, however large the rows. */
    public static final long FEW_BYTES = 8 * MEGABYTE;

    /** Whether it is so small that nobody waits for long. */
    public boolean isSmall() {
        return rows < FEW_ROWS && bytes < FEW_BYTES;
    }

    /** {@code about 1,200,000 rows, 140 MB}, with two digits that count. */
    @Override
    public String toString() {
        long megabytes = bytes / MEGABYTE;
        return String.format(Locale.ROOT, "about %,d rows", rounded(rows))
                + (megabytes == 0 ? "" : String.format(Locale.ROOT, ", %,d MB", rounded(megabytes)));
    }

    private static long rounded(long number) {
        long unit = 1;
        while (number / unit >= 100) {
            unit *= 10;
        }
        return (number + unit / 2) / unit * unit;
    }
}
