/** The OpenAPI document of the administrators' REST API, made from the catalogue of operations. */
package dev.b3lb.web.openapi;
