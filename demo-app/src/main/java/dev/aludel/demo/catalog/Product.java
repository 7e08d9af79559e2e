package dev.aludel.demo.catalog;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A book for sale, in one of its forms. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(
        name = "products",
        comment = "What all forms of a book have in common",
        uniqueConstraints = @UniqueConstraint(name = "products_isbn_key", columnNames = "isbn"),
        indexes = @Index(name = "products_title_idx", columnList = "title"),
        check = @CheckConstraint(name = "products_price_check", constraint = "price >= 0"))
public abstract class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @NotBlank
    private String title;

    @Column(length = 13, comment = "ISBN-13 without hyphens; a recording may have none")
    private @Nullable String isbn;

    @NotNull
    @Column(precision = 10, scale = 2)
    private BigDecimal price;

    private @Nullable LocalDate releasedOn;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Publisher publisher;

    @ManyToMany
    @JoinTable(
            name = "product_authors",
            joinColumns = @JoinColumn(name = "product_id"),
            inverseJoinColumns = @JoinColumn(name = "author_id"),
            indexes = @Index(name = "product_authors_author_id_idx", columnList = "author_id"))
    private Set<Author> authors = new HashSet<>();

    @ManyToMany
    @JoinTable(
            name = "product_categories",
            joinColumns = @JoinColumn(name = "product_id"),
            inverseJoinColumns = @JoinColumn(name = "category_id"))
    private Set<Category> categories = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "product_tags", joinColumns = @JoinColumn(name = "product_id"))
    @Column(name = "tag", length = 50, nullable = false)
    private Set<String> tags = new TreeSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Product() {}

    Product(@NotBlank @Size(max = 255) String title, BigDecimal price) {
        this.title = title;
        this.price = price;
    }

    /** What is particular to this form of the book. */
    public abstract Edition edition();

    public Long id() {
        return Objects.requireNonNull(id);
    }

    public String title() {
        return title;
    }

    public @Nullable String isbn() {
        return isbn;
    }

    public BigDecimal price() {
        return price;
    }

    public @Nullable LocalDate releasedOn() {
        return releasedOn;
    }

    public @Nullable Publisher publisher() {
        return publisher;
    }

    public Set<Author> authors() {
        return Set.copyOf(authors);
    }

    public Set<Category> categories() {
        return Set.copyOf(categories);
    }

    public Set<String> tags() {
        return Set.copyOf(tags);
    }

    void published(@Nullable String newIsbn, @Nullable LocalDate day, @Nullable Publisher house) {
        this.isbn = newIsbn;
        this.releasedOn = day;
        this.publisher = house;
    }

    void writtenBy(Collection<Author> writers) {
        authors.addAll(writers);
    }

    void shelve(Collection<Category> shelves, Collection<String> words) {
        categories.addAll(shelves);
        tags.addAll(words);
    }
}
