/** Who is at the other end of a request and whom it was sent to, whatever proxies lie between. */
package dev.b3lb.web.peer;
