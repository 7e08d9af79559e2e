package dev.aludel.demo.catalog;

import dev.aludel.demo.web.ConflictException;
import dev.aludel.demo.web.NotFoundException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/categories")
class CategoryController {

    private final CategoryRepository categories;

    CategoryController(CategoryRepository categories) {
        this.categories = categories;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CategoryData add(@Valid @RequestBody CategoryData category) {
        if (categories.findBySlug(category.slug()).isPresent()) {
            throw new ConflictException("There is a category '" + category.slug() + "' already");
        }
        categories.save(new Category(category.slug(), category.name(), parent(category.parent())));
        return category;
    }

    @GetMapping
    List<CategoryData> list() {
        return categories.findAllByOrderBySlug().stream().map(CategoryData::of).toList();
    }

    private @Nullable Category parent(@Nullable String slug) {
        return slug == null
                ? null
                : categories
                        .findBySlug(slug)
                        .orElseThrow(() -> new NotFoundException("There is no category '" + slug + "'"));
    }

    record CategoryData(
            @NotBlank @Size(max = 50) @Pattern(regexp = "[a-z0-9-]+")
            String slug,

            @NotBlank @Size(max = 100) String name,

            @Nullable String parent) {

        static CategoryData of(Category category) {
            Category parent = category.parent();
            return new CategoryData(category.slug(), category.name(), parent == null ? null : parent.slug());
        }
    }
}
