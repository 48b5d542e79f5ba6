package dev.b3lb.shell;

/**
 * A user of WildFly's management.
 *
 * @param user the name
 * @param password the password
 */
record Login(String user, String password) {

    /** {@return the name alone} */
    @Override
    public String toString() {
        return user;
    }
}
