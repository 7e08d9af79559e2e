package dev.aludel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BookshopIT {

    private final RestTestClient client;
    private final SessionFactory sessionFactory;

    BookshopIT(@LocalServerPort int port, @Autowired SessionFactory sessionFactory) {
        this.client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api")
                .build();
        this.sessionFactory = sessionFactory;
    }

    @DynamicPropertySource
    static void emptyDatabase(DynamicPropertyRegistry registry) throws SQLException {
        TestServer.empty();
        TestServer.register(registry);
    }

    @BeforeEach
    void emptyShop() {
        sessionFactory.getSchemaManager().truncateMappedObjects();
    }

    @Test
    void findsTheOneUserWithAUsername() {
        openAccount("ada", "main");
        openAccount("grace", "main");

        get("/users/by-username/ada")
                .jsonPath("$.username")
                .isEqualTo("ada")
                .jsonPath("$.storefront")
                .isEqualTo("main")
                .jsonPath("$.interests[0]")
                .isEqualTo("engines");
    }

    @Test
    void saysThatNobodyHasAUsername() {
        fails("/users/by-username/nobody", HttpStatus.NOT_FOUND, "No user is called 'nobody'");
    }

    @Test
    void asksForTheStorefrontWhenSeveralUsersHaveAUsername() {
        openAccount("ada", "main");
        openAccount("ada", "kids");

        fails(
                "/users/by-username/ada",
                HttpStatus.CONFLICT,
                "2 users are called 'ada', in the storefronts 'kids', 'main': name the storefront too");
        get("/users/by-username/ada?storefront=kids").jsonPath("$.storefront").isEqualTo("kids");
        fails("/users/by-username/ada?storefront=teens", HttpStatus.NOT_FOUND, "No user is called 'ada'");
    }

    @Test
    void refusesAUsernameThatIsTaken() {
        openAccount("ada", "main");

        post("/users", Map.of("username", "ada", "email", "other@example.org"), HttpStatus.CONFLICT)
                .jsonPath("$.detail")
                .isEqualTo("The username 'ada' is taken in the storefront 'main'");
    }

    @Test
    void namesEveryFieldThatIsNotValid() {
        post("/users", Map.of("username", " ", "email", "ada"), HttpStatus.BAD_REQUEST)
                .jsonPath("$.errors[0]")
                .isEqualTo("email must be a well-formed email address")
                .jsonPath("$.errors[1]")
                .isEqualTo("username must not be blank");
    }

    @Test
    void sellsABookInItsThreeForms() {
        offer("Emma", Map.of("form", "printed", "pages", 320, "binding", "HARDCOVER"));
        offer("Emma, the file", Map.of("form", "digital", "fileFormat", "EPUB", "bytes", 700_000));
        offer("Emma, read aloud", Map.of("form", "audio", "narrator", "Juliet Stevenson", "minutes", 1_000));

        get("/products?title=emma&category=novels")
                .jsonPath("$.page.totalElements")
                .isEqualTo(3)
                .jsonPath("$.content[0].edition.form")
                .isEqualTo("printed")
                .jsonPath("$.content[0].authors[0]")
                .isEqualTo("Jane Austen")
                .jsonPath("$.content[1].edition.narrator")
                .isEqualTo("Juliet Stevenson")
                .jsonPath("$.content[2].edition.fileFormat")
                .isEqualTo("EPUB");
        get("/products?title=sense").jsonPath("$.page.totalElements").isEqualTo(0);
    }

    @Test
    void takesAnOrderThatIsPaidOnce() {
        int user = openAccount("ada", "main");
        int product = offer("Emma", Map.of("form", "printed", "pages", 320, "binding", "PAPERBACK"));
        Map<String, Object> line = Map.of("product", product, "quantity", 2);

        int number = id(
                post("/orders", Map.of("user", user, "lines", new Object[] {line, line}), HttpStatus.CREATED)
                        .jsonPath("$.total")
                        .isEqualTo(39.6)
                        .jsonPath("$.lines.length()")
                        .isEqualTo(1)
                        .jsonPath("$.shipTo.city")
                        .isEqualTo("London"),
                "number");

        post("/orders/" + number + "/payment", Map.of(), HttpStatus.OK)
                .jsonPath("$.status")
                .isEqualTo("PAID");
        post("/orders/" + number + "/payment", Map.of(), HttpStatus.CONFLICT)
                .jsonPath("$.detail")
                .isEqualTo("Order %d is PAID and cannot be paid: only one that is PLACED can".formatted(number));
        get("/users/" + user + "/orders").jsonPath("$[0].status").isEqualTo("PAID");
    }

    @Test
    void keepsOneReviewOfAUserForAProduct() {
        int user = openAccount("ada", "main");
        int product = offer("Emma", Map.of("form", "printed", "pages", 320, "binding", "SPIRAL"));
        String reviews = "/products/" + product + "/reviews";

        post(reviews, Map.of("user", user, "rating", 5, "words", "Again!"), HttpStatus.CREATED);

        post(reviews, Map.of("user", user, "rating", 1), HttpStatus.CONFLICT)
                .jsonPath("$.detail")
                .isEqualTo("User 'ada' has reviewed 'Emma' already");
        get(reviews).jsonPath("$.length()").isEqualTo(1).jsonPath("$[0].rating").isEqualTo(5);
    }

    private int openAccount(String username, String storefront) {
        Map<String, Object> address =
                Map.of("street", "12 St James's Square", "postcode", "SW1Y", "city", "London", "country", "GB");
        return id(
                post(
                        "/users",
                        Map.of(
                                "username", username,
                                "storefront", storefront,
                                "email", username + "@example.org",
                                "address", address,
                                "interests", new String[] {"engines"}),
                        HttpStatus.CREATED),
                "id");
    }

    private int offer(String title, Map<String, Object> edition) {
        int author = id(post("/authors", Map.of("name", "Jane Austen"), HttpStatus.CREATED), "id");
        client.post()
                .uri("/categories")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("slug", "novels", "name", "Novels"))
                .exchange();
        return id(
                post(
                        "/products",
                        Map.of(
                                "title",
                                title,
                                "price",
                                9.9,
                                "publisher",
                                "John Murray",
                                "authors",
                                new int[] {author},
                                "categories",
                                new String[] {"novels"},
                                "tags",
                                new String[] {"classic"},
                                "edition",
                                edition),
                        HttpStatus.CREATED),
                "id");
    }

    private BodyContentSpec get(String path) {
        return client.get().uri(path).exchange().expectStatus().isOk().expectBody();
    }

    private void fails(String path, HttpStatus status, String detail) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(detail);
    }

    private BodyContentSpec post(String path, Object body, HttpStatus status) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody();
    }

    private static int id(BodyContentSpec body, String name) {
        int[] id = new int[1];
        body.jsonPath("$." + name).value(Integer.class, value -> id[0] = value);
        assertThat(id[0]).isPositive();
        return id[0];
    }
}
