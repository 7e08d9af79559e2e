package dev.aludel.documentation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Whom the examples speak of. */
@Entity
@Table(name = "users")
class User {

    @Id
    private @Nullable Long id;

    private @Nullable String name;

    @Column(name = "seen_at")
    private @Nullable LocalDateTime seenAt;

    @Nullable
    Long id() {
        return id;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    LocalDateTime seenAt() {
        return seenAt;
    }
}
