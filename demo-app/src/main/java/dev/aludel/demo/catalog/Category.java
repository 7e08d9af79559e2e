package dev.aludel.demo.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** A shelf of the shop: {@code crime}, with {@code scandinavian-crime} below it. */
@Entity
@Table(name = "categories", uniqueConstraints = @UniqueConstraint(name = "categories_slug_key", columnNames = "slug"))
public class Category {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank
    @Size(max = 50)
    private String slug;

    @NotBlank
    @Size(max = 100)
    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.SET_NULL)
    private @Nullable Category parent;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Category() {}

    public Category(String slug, String name, @Nullable Category parent) {
        this.slug = slug;
        this.name = name;
        this.parent = parent;
    }

    public Long id() {
        return Objects.requireNonNull(id);
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public @Nullable Category parent() {
        return parent;
    }
}
