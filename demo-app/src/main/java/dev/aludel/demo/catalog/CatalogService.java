package dev.aludel.demo.catalog;

import dev.aludel.demo.web.ConflictException;
import dev.aludel.demo.web.NotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts books up for sale and finds them. */
@Service
@Transactional
class CatalogService {

    private final ProductRepository products;
    private final AuthorRepository authors;
    private final PublisherRepository publishers;
    private final CategoryRepository categories;

    CatalogService(
            ProductRepository products,
            AuthorRepository authors,
            PublisherRepository publishers,
            CategoryRepository categories) {
        this.products = products;
        this.authors = authors;
        this.publishers = publishers;
        this.categories = categories;
    }

    ProductView offer(NewProduct book) {
        String isbn = book.isbn();
        if (isbn != null && products.existsByIsbn(isbn)) {
            throw new ConflictException("A product with the ISBN '" + isbn + "' is for sale already");
        }
        Product product = book.edition().product(book.title(), book.price());
        product.published(isbn, book.releasedOn(), publisher(book.publisher()));
        product.writtenBy(authors(book.authors()));
        product.shelve(
                categories(Objects.requireNonNullElse(book.categories(), Set.of())),
                Objects.requireNonNullElse(book.tags(), Set.of()));
        return ProductView.of(products.saveAndFlush(product));
    }

    @Transactional(readOnly = true)
    ProductView get(Long id) {
        return ProductView.of(products.findById(id).orElseThrow(() -> new ProductNotFoundException(id)));
    }

    @Transactional(readOnly = true)
    Page<ProductView> search(@Nullable String title, @Nullable String category, Pageable page) {
        return products.search(title, category, page).map(ProductView::of);
    }

    private @Nullable Publisher publisher(@Nullable String name) {
        return name == null ? null : publishers.findByName(name).orElseGet(() -> publishers.save(new Publisher(name)));
    }

    private Collection<Author> authors(Set<Long> ids) {
        List<Author> found = authors.findAllById(ids);
        Set<Long> missing = new TreeSet<>(ids);
        found.forEach(author -> missing.remove(author.id()));
        if (!missing.isEmpty()) {
            throw new NotFoundException("There is no author " + missing);
        }
        return found;
    }

    private Collection<Category> categories(Set<String> slugs) {
        List<Category> found = categories.findBySlugIn(slugs);
        Set<String> missing = new TreeSet<>(slugs);
        found.forEach(category -> missing.remove(category.slug()));
        if (!missing.isEmpty()) {
            throw new NotFoundException("There is no category " + missing);
        }
        return found;
    }
}
