package dev.aludel.demo.ordering;

import dev.aludel.demo.catalog.Product;
import dev.aludel.demo.customer.Address;
import dev.aludel.demo.customer.User;
import dev.aludel.demo.web.ConflictException;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.CreationTimestamp;
import org.jspecify.annotations.Nullable;

/** What a user buys at once. Its number is its id. */
@Entity
@Table(
        name = "orders",
        indexes = {
            @Index(name = "orders_user_id_placed_at_idx", columnList = "user_id, placed_at desc"),
            @Index(name = "orders_status_idx", columnList = "status")
        })
public class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(sequenceName = "order_numbers", initialValue = 1000, allocationSize = 1)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @NotNull
    @Enumerated(EnumType.STRING)
    private OrderStatus status = OrderStatus.PLACED;

    @Valid
    @NotNull
    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "ship_street", nullable = false))
    @AttributeOverride(name = "postcode", column = @Column(name = "ship_postcode", nullable = false))
    @AttributeOverride(name = "city", column = @Column(name = "ship_city", nullable = false))
    @AttributeOverride(name = "country", column = @Column(name = "ship_country", nullable = false, length = 2))
    private Address shipTo;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<OrderLine> lines = new ArrayList<>();

    @CreationTimestamp
    @Column(nullable = false, updatable = false)
    private @Nullable Instant placedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected Order() {}

    Order(User user, Address shipTo) {
        this.user = user;
        this.shipTo = shipTo;
    }

    public Long id() {
        return Objects.requireNonNull(id);
    }

    public User user() {
        return user;
    }

    public OrderStatus status() {
        return status;
    }

    public Address shipTo() {
        return shipTo;
    }

    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    public BigDecimal total() {
        return lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void add(Product product, int quantity) {
        lines.add(new OrderLine(this, product, quantity));
    }

    void pay() {
        require(OrderStatus.PLACED, "paid");
        status = OrderStatus.PAID;
    }

    void ship() {
        require(OrderStatus.PAID, "shipped");
        status = OrderStatus.SHIPPED;
    }

    void cancel() {
        require(OrderStatus.PLACED, "cancelled");
        status = OrderStatus.CANCELLED;
    }

    private void require(OrderStatus expected, String wish) {
        if (status != expected) {
            throw new ConflictException(
                    "Order %d is %s and cannot be %s: only one that is %s can".formatted(id(), status, wish, expected));
        }
    }
}
