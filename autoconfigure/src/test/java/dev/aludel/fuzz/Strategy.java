package dev.aludel.fuzz;

/** How a hierarchy is mapped to tables. */
enum Strategy {
    SINGLE_TABLE("@Inheritance "),
    SINGLE_TABLE_NAMED("@Inheritance @DiscriminatorColumn(name = \"kind_of_it\", length = 12) "),
    SINGLE_TABLE_NUMBERED("@Inheritance @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER) "),
    JOINED("@Inheritance(strategy = InheritanceType.JOINED) "),
    JOINED_WITH_DISCRIMINATOR("@Inheritance(strategy = InheritanceType.JOINED) @DiscriminatorColumn(name = \"kind\") "),
    TABLE_PER_CLASS("@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) ");

    private final String annotation;

    Strategy(String annotation) {
        this.annotation = annotation;
    }

    String annotation() {
        return annotation;
    }

    boolean singleTable() {
        return this == SINGLE_TABLE || this == SINGLE_TABLE_NAMED || this == SINGLE_TABLE_NUMBERED;
    }
}
