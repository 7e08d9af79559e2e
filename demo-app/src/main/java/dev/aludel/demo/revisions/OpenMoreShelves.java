package dev.aludel.demo.revisions;

import dev.aludel.JavaRevision;
import dev.aludel.Operations;
import dev.aludel.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Shelves that stand in a file, each behind the one above it. */
@Revision(
        id = "5d20c1b3f7aa",
        downRevision = "a67e1732547a",
        message = "open more shelves",
        created = "2026-11-22T19:45:00Z")
class OpenMoreShelves implements JavaRevision {

    private final Resource file;

    OpenMoreShelves(ResourceLoader resources) {
        this.file = resources.getResource("classpath:shelves.txt");
    }

    @Override
    public void upgrade(Operations op) throws IOException {
        for (Shelf shelf : shelves()) {
            op.execute(
                    "insert into categories (slug, name, parent_id) values (?, ?, (select id from categories where slug = ?))",
                    shelf.slug(),
                    shelf.name(),
                    shelf.above());
        }
    }

    @Override
    public void downgrade(Operations op) throws IOException {
        List<Shelf> fromBelow = new ArrayList<>(shelves());
        Collections.reverse(fromBelow);
        for (Shelf shelf : fromBelow) {
            op.execute(
                    "delete from product_categories where category_id = (select id from categories where slug = ?)",
                    shelf.slug());
            op.execute("delete from categories where slug = ?", shelf.slug());
        }
    }

    private List<Shelf> shelves() throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(";", -1))
                .map(parts -> new Shelf(parts[0].strip(), parts[1].strip(), parts[2].strip()))
                .toList();
    }

    private record Shelf(String slug, String name, String above) {}
}
