package dev.aludel.cli;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** The DataSource that properties describe, and Aludel: what a command that only reads revisions needs of an application. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration
class PlainConfiguration {}
