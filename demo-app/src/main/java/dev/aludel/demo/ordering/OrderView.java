package dev.aludel.demo.ordering;

import dev.aludel.demo.customer.Address;
import java.math.BigDecimal;
import java.util.List;

/** An order as clients see it. */
record OrderView(Long number, Long user, OrderStatus status, Address shipTo, List<Line> lines, BigDecimal total) {

    static OrderView of(Order order) {
        List<Line> lines = order.lines().stream()
                .map(line -> new Line(line.product().id(), line.product().title(), line.quantity(), line.unitPrice()))
                .toList();
        return new OrderView(order.id(), order.user().id(), order.status(), order.shipTo(), lines, order.total());
    }

    record Line(Long product, String title, int quantity, BigDecimal unitPrice) {}
}
