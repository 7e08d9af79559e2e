package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.autoconfigure.shop.Customer;
import dev.aludel.autoconfigure.shop.Customers;
import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A slice test as users write it. */
@DataJpaTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@ContextConfiguration(classes = Shop.Application.class)
class DataJpaSliceIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        Shop shop = new Shop(DATABASE, folder).withTheFirstRevision();
        assertThat(shop.hasTable("customer")).isFalse();
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE::username);
        registry.add("aludel.locations", () -> "file:" + folder);
    }

    @Test
    void findsTheSchemaAtHead(@Autowired Customers customers) {
        customers.save(new Customer("first"));

        assertThat(customers.count()).isEqualTo(1);
        assertThat(DATABASE.query("select revision from aludel_revision")).containsExactly("1111");
    }
}
