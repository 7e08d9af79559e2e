package dev.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EntityModelIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @BeforeEach
    void empty() {
        DATABASE.clear();
    }

    @Test
    void letsHibernateCreateWhatATextMeans() {
        EntityModel.of("@Entity class OrderLine { @Id Long id; @NotBlank @Size(max = 9) String articleCode; }")
                .createIn(DATABASE);

        assertThat(CatalogSnapshot.of(DATABASE).lines())
                .containsExactly(
                        "column public.order_line.article_code character varying(9) not null",
                        "column public.order_line.id bigint not null",
                        "constraint public.order_line.order_line_pkey PRIMARY KEY (id)",
                        "table public.order_line");
    }

    @Test
    void buildsHibernateWithoutTouchingTheDatabase() {
        try (EntityModel.Open model = EntityModel.of("@Entity class Book { @Id Long id; @ManyToOne Book next; }")
                .open(DATABASE)) {
            assertThat(model.metadata().collectTableMappings()).singleElement().hasToString("Table(book)");
            assertThat(model.factory()
                            .openSession()
                            .getReference(
                                    model.factory()
                                            .getMetamodel()
                                            .getEntities()
                                            .iterator()
                                            .next()
                                            .getJavaType(),
                                    1L))
                    .isNotNull();
        }
        assertThat(CatalogSnapshot.of(DATABASE).lines()).isEmpty();
    }

    @Test
    void keepsModelsWithTheSameNamesApart() {
        List<List<String>> columns = new ArrayList<>();
        EntityModel.of(Map.of(
                        "before", "@Entity class Book { @Id Long id; }",
                        "after", "import java.net.URL;\n@Entity class Book { @Id Long id; URL home; }"))
                .values()
                .forEach(model -> {
                    DATABASE.clear();
                    model.createIn(DATABASE);
                    columns.add(DATABASE.query(
                            "select count(*) from pg_attribute where attrelid = 'book'::regclass and attnum > 0"));
                });

        assertThat(columns).containsExactlyInAnyOrder(List.of("1"), List.of("2"));
    }

    @Test
    void takesSettings() {
        EntityModel.of("@Entity class Book { @Id Long id; }")
                .withSettings(Map.of("hibernate.default_schema", "shop"))
                .createIn(DATABASE);

        assertThat(CatalogSnapshot.of(DATABASE).lines()).contains("schema shop", "table shop.book");
    }

    @Test
    void saysWhereATextDoesNotCompile() {
        assertThatThrownBy(() -> EntityModel.of(Map.of("shop, after", "@Entity class Book {\n  @Id Longer id;\n}")))
                .hasMessageContaining("shop, after, line 2: ")
                .hasMessageContaining("class Longer");
    }
}
