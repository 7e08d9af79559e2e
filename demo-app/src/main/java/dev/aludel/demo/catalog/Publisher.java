package dev.aludel.demo.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A house that publishes. */
@Entity
@Table(name = "publishers", uniqueConstraints = @UniqueConstraint(name = "publishers_name_key", columnNames = "name"))
public class Publisher {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank
    @Size(max = 200)
    private String name;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Publisher() {}

    public Publisher(String name) {
        this.name = name;
    }

    public Long id() {
        return Objects.requireNonNull(id);
    }

    public String name() {
        return name;
    }
}
