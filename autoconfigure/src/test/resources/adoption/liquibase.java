@Entity
class Company {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, unique = true)
    String name;

    String vatNumber;
    LocalDateTime created;

    @Version
    int version;
}

@Entity
@Table(name = "employee", indexes = @Index(columnList = "last_name, first_name"))
class Employee {
    enum State {
        ACTIVE,
        LEFT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    Company company;

    String firstName;
    String lastName;
    BigDecimal salary;
    LocalDate hired;

    @Enumerated(EnumType.STRING)
    State state;

    String notes;

    @ManyToMany
    Set<Skill> skills;
}

@Entity
class Skill {
    @Id
    UUID id;

    String name;
}
