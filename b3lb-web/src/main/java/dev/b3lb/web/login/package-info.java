/** Logging in to the console and the REST API: one mechanism of Jakarta Security for everything under /admin. */
package dev.b3lb.web.login;
