package dev.b3lb.management;

import java.util.Map;

/**
 * What the running application does for whoever operates it. The application implements this as an EJB; the management
 * resource finds it by {@link #JNDI_NAME}. It lives in this module because a view of an EJB that is called from
 * outside a deployment must be of a class that both sides share.
 */
public interface ServerOperations {

    /** Where the deployed application binds its implementation. */
    String JNDI_NAME = "java:global/b3lb/b3lb-ejb/Operations!dev.b3lb.management.ServerOperations";

    /**
     * Runs one operation of the {@linkplain Catalogue catalogue}.
     *
     * @param caller who asks, for the audit record
     * @param operation the operation's name in the catalogue
     * @param arguments the values by parameter name, as text; absent ones are left out
     * @return the result as a JSON text (object, array or value)
     * @throws OperationRefused with a sentence that says what to do, when nothing was changed
     */
    String run(Caller caller, String operation, Map<String, String> arguments) throws OperationRefused;
}
