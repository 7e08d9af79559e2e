package dev.aludel.demo.ordering;

import dev.aludel.demo.customer.Address;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client sends to buy; without an address it goes to the user's. */
record NewOrder(
        @NotNull Long user,
        @Nullable @Valid Address shipTo,
        @NotEmpty List<@NotNull @Valid Line> lines) {

    record Line(@NotNull Long product, @Positive int quantity) {}
}
