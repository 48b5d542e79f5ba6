package dev.b3lb.demo;

/**
 * One of the demo's nodes.
 *
 * @param slug its name
 * @param page the page that shows its meetings
 * @param apiUrl the base URL of its BBB API
 */
record DemoNode(String slug, String page, String apiUrl) {}
