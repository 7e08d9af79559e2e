package dev.aludel.demo.catalog;

import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.PagedModel;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
class ProductController {

    private final CatalogService catalog;

    ProductController(CatalogService catalog) {
        this.catalog = catalog;
    }

    @PostMapping
    ResponseEntity<ProductView> offer(@Valid @RequestBody NewProduct book) {
        ProductView product = catalog.offer(book);
        return ResponseEntity.created(URI.create("/api/products/" + product.id()))
                .body(product);
    }

    @GetMapping
    PagedModel<ProductView> search(
            @RequestParam @Nullable String title,
            @RequestParam @Nullable String category,
            @PageableDefault(sort = "title") Pageable page) {
        return new PagedModel<>(catalog.search(title, category, page));
    }

    @GetMapping("/{id}")
    ProductView get(@PathVariable Long id) {
        return catalog.get(id);
    }
}
