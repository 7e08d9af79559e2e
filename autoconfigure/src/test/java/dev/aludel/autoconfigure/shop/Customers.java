package dev.aludel.autoconfigure.shop;

import org.springframework.data.jpa.repository.JpaRepository;

/** The only repository. */
public interface Customers extends JpaRepository<Customer, Long> {}
