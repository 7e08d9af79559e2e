package dev.aludel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The header of a revision that is written in Java: what the comments at the top of an SQL script say.
 *
 * <pre>{@code
 * @Revision(id = "3f2a9c1b7d40", downRevision = "1b9e0c44a2d1", message = "add email to users")
 * public class AddEmailToUsers implements JavaRevision { ... }
 * }</pre>
 *
 * <p>What the class does is not part of its checksum, since it is known only when it runs: the id, the parents, what it depends on
 * and whether it is transactional are.
 *
 * @see JavaRevision
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /** Its id: {@code 3f2a9c1b7d40}. Once applied anywhere it stays. */
    String id();

    /** The revision that it follows; several for a merge, none for the first of its line. */
    String[] downRevision() default {};

    /** What it does, one line. */
    String message() default "";

    /** When it was written: {@code 2026-11-22T10:15:00Z}. */
    String created() default "";

    /** Names of the branch that it begins. */
    String[] branchLabels() default {};

    /** Revisions of other branches that must be applied before it. */
    String[] dependsOn() default {};

    /** The revisions that it stands for. */
    String[] replaces() default {};

    /** Whether it runs in a transaction together with the record of it. Without one, {@link Operations#connection()} may commit. */
    boolean transactional() default true;

    /** Why it cannot be taken back; empty when it can. */
    String irreversible() default "";

    /**
     * The objects that become Aludel's with it, as in {@code {"table users", "index users_email_idx"}}, besides those that its typed
     * operations make. They count also where the revision is stamped rather than run.
     */
    String[] creates() default {};

    /**
     * Differences between an adopted schema and its mapping that change no value and stay, as {@code init --from-database} writes them:
     * {@code "type users.created: timestamp for timestamp(6)"}.
     */
    String[] accepts() default {};

    /** The checksum of what autogenerate wrote, by which {@code revision --amend} sees whether somebody changed it since. */
    String generated() default "";

    /** The hazards that {@code lint} shall allow it, each with a reason, such as {@code "create-index the table is small"}. */
    String[] allow() default {};

    /** Whether it works with entities, by {@link Operations#session}. Such a revision cannot run in phase before-jpa. */
    boolean jpa() default false;
}
