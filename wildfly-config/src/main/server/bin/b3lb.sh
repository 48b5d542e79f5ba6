#!/bin/sh
# One operation of a running b3lb: b3lb.sh OPERATION [--parameter value ...]; 'b3lb.sh --help' says more.

self=$0
while [ -L "$self" ]; do
    target=$(readlink "$self")
    case $target in
        /*) self=$target ;;
        *) self=$(dirname "$self")/$target ;;
    esac
done
home=$(cd "$(dirname "$self")/.." && pwd -P) || exit 3

# Names may hold any character, which Java takes over only in a locale that knows it
case ${LC_ALL:-${LC_CTYPE:-$LANG}} in
    *UTF-8 | *utf-8 | *UTF8 | *utf8) ;;
    *) LC_ALL=C.UTF-8; export LC_ALL ;;
esac

if [ -z "$JAVA" ]; then
    JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
fi

# The property keeps Java 24 and newer from warning about what WildFly's libraries do
exec "$JAVA" -Dsun.misc.unsafe.memory.access=allow -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx64m \
    -jar "$home/jboss-modules.jar" -mp "$home/modules" dev.b3lb.shell "$@"
