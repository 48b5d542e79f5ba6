package dev.b3lb.bbb;

import java.util.List;
import java.util.Optional;

/** What one part of a request, its query or its form, carries. Only what is asked for is built. */
sealed interface RequestPart permits RawQuery, FormFields {

    /** The name of the parameter that holds the checksum. */
    String CHECKSUM = "checksum";

    /** The values of all checksums, as BBB reads them. */
    List<String> checksums();

    /** Whether it carries anything but checksums. */
    boolean hasOthers();

    /** The value of the first parameter of that name. */
    Optional<String> first(String name);

    /** All parameters but checksums. */
    QueryParameters others();
}
