package dev.aludel.demo.review;

import dev.aludel.demo.catalog.Product;
import dev.aludel.demo.customer.User;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** A user's opinion of a product, at most one for each. */
@Entity
@Table(
        name = "reviews",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "reviews_product_id_user_id_key",
                        columnNames = {"product_id", "user_id"}))
public class Review {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Product product;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    private User user;

    @Column(
            nullable = false,
            comment = "stars",
            check = @CheckConstraint(name = "reviews_rating_check", constraint = "rating between 1 and 5"))
    private short rating;

    @Column(columnDefinition = "text")
    private @Nullable String words;

    @CreationTimestamp
    @Column(nullable = false, updatable = false)
    private @Nullable Instant writtenAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Review() {}

    Review(Product product, User user, short rating, @Nullable String words) {
        this.product = product;
        this.user = user;
        this.rating = rating;
        this.words = words;
    }

    public Long id() {
        return Objects.requireNonNull(id);
    }

    public Product product() {
        return product;
    }

    public User user() {
        return user;
    }

    public short rating() {
        return rating;
    }

    public @Nullable String words() {
        return words;
    }
}
