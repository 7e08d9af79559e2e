package dev.aludel.cli.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Customer {

    @Id
    Long id = 0L;

    String email = "";
}
