package dev.b3lb.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources; each names its own whole path. */
@ApplicationPath("/")
public class WebApplication extends Application {}
