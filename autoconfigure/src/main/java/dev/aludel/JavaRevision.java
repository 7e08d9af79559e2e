package dev.aludel;

/**
 * A revision that is written in Java, where SQL alone does not do: a data migration that calculates, or asks another service.
 *
 * <pre>{@code
 * @Revision(id = "3f2a9c1b7d40", downRevision = "1b9e0c44a2d1", message = "add email to users")
 * public class AddEmailToUsers implements JavaRevision {
 *
 *     private final Directory directory; // a bean of the application
 *
 *     AddEmailToUsers(Directory directory) {
 *         this.directory = directory;
 *     }
 *
 *     @Override
 *     public void upgrade(Operations op) {
 *         op.alterTable("users", t -> t.addColumn("email", "varchar(255)"));
 *         for (Map<String, Object> user : op.query("select id, name from users")) {
 *             op.execute("update users set email = ? where id = ?", directory.email(user.get("name")), user.get("id"));
 *         }
 *         op.alterTable("users", t -> t.alterColumn("email", "varchar(255)").notNull());
 *     }
 *
 *     @Override
 *     public void downgrade(Operations op) {
 *         op.alterTable("users", t -> t.dropColumn("email"));
 *     }
 * }
 * }</pre>
 *
 * <p>It is found in the packages of {@code aludel.packages}, or as a bean of the application anywhere. Its dependencies are injected
 * as into any bean, and it is made when it runs, not before. It may run again after a lock timeout, and for {@code --sql} it runs
 * without a database: what it does, it does by its {@link Operations}.
 */
public interface JavaRevision {

    /**
     * Applies it.
     *
     * @throws Exception takes back all that was done, unless the revision is not transactional
     */
    void upgrade(Operations op) throws Exception;

    /**
     * Takes it back. Not called where {@link Revision#irreversible()} says why.
     *
     * @throws Exception as of {@link #upgrade}
     */
    void downgrade(Operations op) throws Exception;
}
