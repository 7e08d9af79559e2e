package dev.aludel.cli.application;

import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, Long> {}
