package dev.aludel.script;

/**
 * The text of a script's two sections.
 *
 * @param upgrade text between {@code -- upgrade} and {@code -- downgrade}
 * @param upgradeLine the line of the file on which the upgrade section's text begins
 * @param downgrade text after {@code -- downgrade}
 * @param downgradeLine the line of the file on which the downgrade section's text begins
 */
public record SqlBody(String upgrade, int upgradeLine, String downgrade, int downgradeLine) implements Body {

    /** Sections that stand in no file yet. */
    public static SqlBody of(String upgrade, String downgrade) {
        return new SqlBody(upgrade, 0, downgrade, 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.sql(this);
    }
}
