/** What comes in over HTTP. */
package dev.b3lb.web;
