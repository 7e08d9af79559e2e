package dev.aludel.autoconfigure.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** The only entity. */
@Entity
public class Book {

    @Id
    private @Nullable Long id;

    private @Nullable String title;

    private @Nullable String slug;

    protected Book() {}

    public Book(Long id, String title) {
        this.id = id;
        this.title = title;
    }

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setSlug(String other) {
        slug = other;
    }

    public @Nullable String getSlug() {
        return slug;
    }
}
