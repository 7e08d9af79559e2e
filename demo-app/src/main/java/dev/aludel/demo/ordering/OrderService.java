package dev.aludel.demo.ordering;

import dev.aludel.demo.catalog.Product;
import dev.aludel.demo.catalog.ProductNotFoundException;
import dev.aludel.demo.catalog.ProductRepository;
import dev.aludel.demo.customer.Address;
import dev.aludel.demo.customer.User;
import dev.aludel.demo.customer.UserNotFoundException;
import dev.aludel.demo.customer.UserRepository;
import dev.aludel.demo.web.ConflictException;
import dev.aludel.demo.web.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders and follows them. */
@Service
@Transactional
class OrderService {

    private final OrderRepository orders;
    private final UserRepository users;
    private final ProductRepository products;

    OrderService(OrderRepository orders, UserRepository users, ProductRepository products) {
        this.orders = orders;
        this.users = users;
        this.products = products;
    }

    OrderView place(NewOrder wish) {
        User user = users.findById(wish.user()).orElseThrow(() -> new UserNotFoundException(wish.user()));
        Address address = wish.shipTo() != null ? wish.shipTo() : user.address();
        if (address == null) {
            throw new ConflictException("User " + user.id() + " has no address: say where to ship to");
        }
        Order order = new Order(user, address);
        quantities(wish).forEach((product, quantity) -> order.add(product(product), quantity));
        return OrderView.of(orders.saveAndFlush(order));
    }

    OrderView pay(Long number) {
        return change(number, Order::pay);
    }

    OrderView ship(Long number) {
        return change(number, Order::ship);
    }

    OrderView cancel(Long number) {
        return change(number, Order::cancel);
    }

    @Transactional(readOnly = true)
    OrderView get(Long number) {
        return OrderView.of(find(number));
    }

    @Transactional(readOnly = true)
    List<OrderView> of(Long user) {
        if (!users.existsById(user)) {
            throw new UserNotFoundException(user);
        }
        return orders.findByUserIdOrderByPlacedAtDesc(user).stream()
                .map(OrderView::of)
                .toList();
    }

    /** A product that is asked for twice is one line. */
    private static Map<Long, Integer> quantities(NewOrder wish) {
        Map<Long, Integer> quantities = new TreeMap<>();
        wish.lines().forEach(line -> quantities.merge(line.product(), line.quantity(), Math::addExact));
        return quantities;
    }

    private OrderView change(Long number, Consumer<Order> change) {
        Order order = find(number);
        change.accept(order);
        return OrderView.of(order);
    }

    private Order find(Long number) {
        return orders.findById(number).orElseThrow(() -> new NotFoundException("There is no order " + number));
    }

    private Product product(Long id) {
        return products.findById(id).orElseThrow(() -> new ProductNotFoundException(id));
    }
}
