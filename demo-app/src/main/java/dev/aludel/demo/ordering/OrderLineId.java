package dev.aludel.demo.ordering;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A product occurs once in an order. Hibernate fills it from the line's order and product. */
@Embeddable
public class OrderLineId implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable Long orderId;

    private @Nullable Long productId;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderLineId that
                && Objects.equals(orderId, that.orderId)
                && Objects.equals(productId, that.productId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(orderId, productId);
    }
}
