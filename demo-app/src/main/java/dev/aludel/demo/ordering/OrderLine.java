package dev.aludel.demo.ordering;

import dev.aludel.demo.catalog.Product;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** So many of one product, at the price of the day. */
@Entity
@Table(name = "order_lines", indexes = @Index(name = "order_lines_product_id_idx", columnList = "product_id"))
public class OrderLine {

    @EmbeddedId
    private OrderLineId id = new OrderLineId();

    @MapsId("orderId")
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Order order;

    @MapsId("productId")
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Product product;

    @Positive
    private int quantity;

    @NotNull
    @Column(precision = 10, scale = 2)
    private BigDecimal unitPrice;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected OrderLine() {}

    OrderLine(Order order, Product product, int quantity) {
        this.order = order;
        this.product = product;
        this.quantity = quantity;
        this.unitPrice = product.price();
    }

    public OrderLineId id() {
        return id;
    }

    public Order order() {
        return order;
    }

    public Product product() {
        return product;
    }

    public int quantity() {
        return quantity;
    }

    public BigDecimal unitPrice() {
        return unitPrice;
    }

    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
