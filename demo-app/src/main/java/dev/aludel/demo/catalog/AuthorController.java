package dev.aludel.demo.catalog;

import dev.aludel.demo.web.NotFoundException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/authors")
class AuthorController {

    private final AuthorRepository authors;

    AuthorController(AuthorRepository authors) {
        this.authors = authors;
    }

    @PostMapping
    ResponseEntity<AuthorView> add(@Valid @RequestBody NewAuthor author) {
        AuthorView added = AuthorView.of(authors.save(new Author(author.name(), author.biography())));
        return ResponseEntity.created(URI.create("/api/authors/" + added.id())).body(added);
    }

    @GetMapping
    PagedModel<AuthorView> list(@PageableDefault(sort = "name") Pageable page) {
        return new PagedModel<>(authors.findAll(page).map(AuthorView::of));
    }

    @GetMapping("/{id}")
    AuthorView get(@PathVariable Long id) {
        return authors.findById(id)
                .map(AuthorView::of)
                .orElseThrow(() -> new NotFoundException("There is no author " + id));
    }

    record NewAuthor(
            @NotBlank @Size(max = 200) String name,
            @Nullable String biography) {}

    record AuthorView(Long id, String name, @Nullable String biography) {

        static AuthorView of(Author author) {
            return new AuthorView(author.id(), author.name(), author.biography());
        }
    }
}
