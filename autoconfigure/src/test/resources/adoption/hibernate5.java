@Entity
class Author {
    @Id
    @GeneratedValue
    @SequenceGenerator(name = "numbers", sequenceName = "hibernate_sequence", allocationSize = 1)
    Long id;

    LocalDateTime born;
    String name;
    Integer rank;
}

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
class Book {
    enum Genre {
        NOVEL,
        POETRY
    }

    enum Mood {
        LIGHT,
        DARK
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, unique = true)
    String isbn;

    BigDecimal price;

    @Enumerated(EnumType.STRING)
    Genre genre;

    Mood mood;
    int pages;
    Double weight;
    byte[] thumbnail;
    LocalDate published;

    @ManyToOne
    Author author;

    @ElementCollection
    List<String> keywords;
}

@Entity
class AudioBook extends Book {}
