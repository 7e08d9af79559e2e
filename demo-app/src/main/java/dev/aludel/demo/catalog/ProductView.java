package dev.aludel.demo.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product as clients see it. */
record ProductView(
        Long id,
        String title,
        BigDecimal price,
        @Nullable String isbn,
        @Nullable LocalDate releasedOn,
        @Nullable String publisher,
        List<String> authors,
        List<String> categories,
        List<String> tags,
        Edition edition) {

    static ProductView of(Product product) {
        Publisher publisher = product.publisher();
        return new ProductView(
                product.id(),
                product.title(),
                product.price(),
                product.isbn(),
                product.releasedOn(),
                publisher == null ? null : publisher.name(),
                product.authors().stream().map(Author::name).sorted().toList(),
                product.categories().stream().map(Category::slug).sorted().toList(),
                product.tags().stream().sorted().toList(),
                product.edition());
    }
}
