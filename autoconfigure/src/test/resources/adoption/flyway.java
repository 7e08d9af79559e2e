@Entity
class Country {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(length = 2, unique = true)
    String isoCode;

    String name;
}

@Entity
class Address {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false)
    String street;

    String city;

    @ManyToOne(optional = false)
    Country country;
}

@Entity
@Table(name = "customer", uniqueConstraints = @UniqueConstraint(name = "uk_customer_email", columnNames = "email"))
class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false)
    String email;

    String fullName;

    @Column(nullable = false)
    LocalDateTime createdAt;

    LocalDateTime updatedAt;
    boolean active;
    BigDecimal credit;

    @ManyToOne
    Address address;
}

@Entity
class Category {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_category_parent"))
    Category parent;

    @Column(unique = true)
    String slug;

    String title;
}

@Entity
class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(unique = true)
    String sku;

    String name;

    @Column(length = 4000)
    String description;

    BigDecimal price;
    Double weight;
    int stock;
    boolean discontinued;

    @ManyToMany
    @JoinTable(
            name = "product_category",
            joinColumns = @JoinColumn(name = "product_id"),
            inverseJoinColumns = @JoinColumn(name = "category_id"))
    Set<Category> categories;

    @ElementCollection
    @CollectionTable(name = "product_tags", joinColumns = @JoinColumn(name = "product_id"))
    @Column(name = "tag")
    List<String> tags;
}

@Entity
@Table(name = "purchase", indexes = @Index(name = "idx_purchase_customer", columnList = "customer_id"))
class Purchase {
    enum Status {
        NEW,
        PAID,
        SENT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    Customer customer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Status status;

    Instant orderedAt;

    @Column(precision = 19, scale = 2)
    BigDecimal total;
}

@Embeddable
class LineId implements java.io.Serializable {
    Long purchaseId;
    short lineNo;

    @Override
    public boolean equals(Object o) {
        return o == this;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
class PurchaseLine {
    @EmbeddedId
    LineId id;

    @MapsId("purchaseId")
    @ManyToOne
    Purchase purchase;

    @ManyToOne(optional = false)
    Product product;

    int quantity;
    BigDecimal price;
}

@Entity
@Table(name = "payment", uniqueConstraints = @UniqueConstraint(columnNames = {"method", "purchase_id"}))
class Payment {
    enum Method {
        CARD,
        INVOICE,
        CASH
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    Purchase purchase;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Method method;

    LocalDateTime paidAt;
    BigDecimal amount;
}

@Entity
@Table(name = "review", indexes = @Index(columnList = "product_id, customer_id"))
class Review {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    Product product;

    @ManyToOne(optional = false)
    Customer customer;

    short stars;

    @Column(columnDefinition = "text")
    String body;
}

@Entity
class Tag {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, unique = true)
    String label;
}

@Entity
class AppSetting {
    @Id
    String settingKey;

    String settingValue;
}

@Entity
class Voucher {
    @Id
    @GeneratedValue
    @SequenceGenerator(name = "vouchers", sequenceName = "voucher_seq")
    Long id;

    @Column(nullable = false, unique = true)
    String code;

    LocalDate validUntil;
}

@Entity
class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    LocalDateTime at;
    String actor;
    String what;
    Long purchaseId;
}
