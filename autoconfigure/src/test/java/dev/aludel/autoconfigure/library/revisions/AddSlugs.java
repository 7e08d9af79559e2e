package dev.aludel.autoconfigure.library.revisions;

import dev.aludel.JavaRevision;
import dev.aludel.Operations;
import dev.aludel.Revision;
import dev.aludel.autoconfigure.library.Library.Slugs;

/** Calculates with a bean of the application. */
@Revision(id = "2222", downRevision = "1111", message = "add slugs")
class AddSlugs implements JavaRevision {

    private final Slugs slugs;

    AddSlugs(Slugs slugs) {
        this.slugs = slugs;
    }

    @Override
    public void upgrade(Operations op) {
        op.alterTable("book", t -> t.addColumn("slug", "varchar(255)"));
        op.query("select id, title from book")
                .forEach(book -> op.execute(
                        "update book set slug = ? where id = ?",
                        slugs.of(String.valueOf(book.get("title"))),
                        book.get("id")));
    }

    @Override
    public void downgrade(Operations op) {
        op.alterTable("book", t -> t.dropColumn("slug"));
    }
}
