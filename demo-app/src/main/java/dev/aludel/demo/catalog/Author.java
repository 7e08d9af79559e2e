package dev.aludel.demo.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** Somebody who writes. */
@Entity
@Table(name = "authors", indexes = @Index(name = "authors_name_idx", columnList = "name"))
public class Author {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank
    @Size(max = 200)
    private String name;

    @Column(length = Length.LONG32)
    private @Nullable String biography;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Author() {}

    public Author(String name, @Nullable String biography) {
        this.name = name;
        this.biography = biography;
    }

    public Long id() {
        return Objects.requireNonNull(id);
    }

    public String name() {
        return name;
    }

    public @Nullable String biography() {
        return biography;
    }
}
