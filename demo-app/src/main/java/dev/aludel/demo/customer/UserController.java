package dev.aludel.demo.customer;

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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
class UserController {

    private final UserService users;

    UserController(UserService users) {
        this.users = users;
    }

    @PostMapping
    ResponseEntity<UserView> open(@Valid @RequestBody NewUser account) {
        UserView user = users.open(account);
        return ResponseEntity.created(URI.create("/api/users/" + user.id())).body(user);
    }

    @GetMapping
    PagedModel<UserView> list(
            @RequestParam @Nullable String storefront, @PageableDefault(sort = "username") Pageable page) {
        return new PagedModel<>(users.list(storefront, page));
    }

    @GetMapping("/{id}")
    UserView get(@PathVariable Long id) {
        return users.get(id);
    }

    @GetMapping("/by-username/{username}")
    UserView called(@PathVariable String username, @RequestParam @Nullable String storefront) {
        return users.called(username, storefront);
    }

    @PutMapping("/{id}/address")
    UserView move(@PathVariable Long id, @Valid @RequestBody Address address) {
        return users.move(id, address);
    }
}
