package dev.b3lb.branding;

import java.util.UUID;

/** Knows the files of all tenants, without their contents. */
public interface Brandings {

    /** The files of a tenant as they are in force now. */
    Branding branding(UUID tenantId);
}
