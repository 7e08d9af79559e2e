package dev.aludel.demo.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where a parcel goes. */
@Embeddable
public record Address(
        @NotBlank @Size(max = 200) @Column(length = 200) String street,

        @NotBlank @Size(max = 20) @Column(length = 20) String postcode,

        @NotBlank @Size(max = 100) @Column(length = 100) String city,

        @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code of two letters") @Column(length = 2)
        String country) {}
