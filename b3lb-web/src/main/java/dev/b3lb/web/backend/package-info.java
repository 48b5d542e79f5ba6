/** What nodes call. */
package dev.b3lb.web.backend;
