package dev.aludel.demo.ordering;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class OrderController {

    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    @PostMapping("/orders")
    ResponseEntity<OrderView> place(@Valid @RequestBody NewOrder wish) {
        OrderView order = orders.place(wish);
        return ResponseEntity.created(URI.create("/api/orders/" + order.number()))
                .body(order);
    }

    @GetMapping("/orders/{number}")
    OrderView get(@PathVariable Long number) {
        return orders.get(number);
    }

    @PostMapping("/orders/{number}/payment")
    OrderView pay(@PathVariable Long number) {
        return orders.pay(number);
    }

    @PostMapping("/orders/{number}/shipment")
    OrderView ship(@PathVariable Long number) {
        return orders.ship(number);
    }

    @PostMapping("/orders/{number}/cancellation")
    OrderView cancel(@PathVariable Long number) {
        return orders.cancel(number);
    }

    @GetMapping("/users/{user}/orders")
    List<OrderView> of(@PathVariable Long user) {
        return orders.of(user);
    }
}
