/** Logging in: one mechanism of Jakarta Security for everything under /admin, and the log-in of programs by header. */
package dev.b3lb.web.login;
