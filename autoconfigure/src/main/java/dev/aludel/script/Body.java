package dev.aludel.script;

/** What a revision does, as it was written. */
public sealed interface Body permits SqlBody, JavaBody {

    <R> R accept(Visitor<R> visitor);

    /** The ways to write a revision. */
    interface Visitor<R> {
        R sql(SqlBody body);

        R java(JavaBody body);
    }
}
