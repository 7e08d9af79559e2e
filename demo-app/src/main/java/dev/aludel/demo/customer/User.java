package dev.aludel.demo.customer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has an account. The shop has several storefronts ({@code main}, {@code kids}), each with accounts of its own:
 * a username is taken once in a storefront, and may occur in several.
 */
@Entity
@Table(
        name = "users",
        comment = "Accounts, each of one storefront",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "users_storefront_username_key",
                        columnNames = {"storefront", "username"}),
        indexes = {
            @Index(name = "users_username_idx", columnList = "username"),
            @Index(name = "users_created_at_idx", columnList = "created_at desc")
        })
public class User {

    public static final String MAIN_STOREFRONT = "main";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @NotBlank
    @Size(max = 30)
    @ColumnDefault("'main'")
    private String storefront;

    @NotBlank
    @Size(max = 50)
    private String username;

    @NotBlank
    @Email
    @Size(max = 254)
    private String email;

    @NotNull
    @Enumerated(EnumType.STRING)
    @ColumnDefault("'CUSTOMER'")
    private Role role = Role.CUSTOMER;

    @Embedded
    private @Nullable Address address;

    @ElementCollection
    @CollectionTable(name = "user_interests", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "interest", length = 50, nullable = false)
    private Set<String> interests = new TreeSet<>();

    @CreationTimestamp
    @Column(nullable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected User() {}

    public User(String storefront, String username, String email) {
        this.storefront = storefront;
        this.username = username;
        this.email = email;
    }

    public Long id() {
        return Objects.requireNonNull(id);
    }

    public String storefront() {
        return storefront;
    }

    public String username() {
        return username;
    }

    public String email() {
        return email;
    }

    public Role role() {
        return role;
    }

    public @Nullable Address address() {
        return address;
    }

    public Set<String> interests() {
        return Set.copyOf(interests);
    }

    void moveTo(@Nullable Address newAddress) {
        this.address = newAddress;
    }

    void takeInterestIn(Set<String> subjects) {
        interests.clear();
        interests.addAll(subjects);
    }
}
