/** What clients send behind the headers: the one place where bodies of requests are read. */
package dev.b3lb.web.body;
