#!/bin/sh
# Starts b3lb in the foreground. Arguments go to WildFly's standalone.sh.
# Settings are environment variables; those in conf/b3lb.env of the server's folder are read as well.
# Exit status: 78 a setting is wrong, 75 the database did not come up in time, else that of the server.

self=$0
while [ -L "$self" ]; do
    target=$(readlink "$self")
    case $target in
        /*) self=$target ;;
        *) self=$(dirname "$self")/$target ;;
    esac
done
home=$(cd "$(dirname "$self")/.." && pwd -P) || exit 1

# Settings may hold any character, which Java takes over only in a locale that knows it
case ${LC_ALL:-${LC_CTYPE:-$LANG}} in
    *UTF-8 | *utf-8 | *UTF8 | *utf8) ;;
    *) LC_ALL=C.UTF-8; export LC_ALL ;;
esac

if [ -z "$JAVA" ]; then
    JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
fi
export JAVA
if ! command -v "$JAVA" >/dev/null 2>&1; then
    echo "b3lb cannot start: there is no Java (17 or newer); set JAVA_HOME, or put java on the PATH." >&2
    exit 78
fi

modules=$home/modules
jar=$modules/dev/b3lb/management/main/b3lb-management.jar
driver=$(echo "$modules"/org/postgresql/jdbc/main/postgresql-*.jar)
quick="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx64m"

# shellcheck disable=SC2086
settings=$("$JAVA" $quick -cp "$jar" dev.b3lb.start.StartSettings "$home/conf/b3lb.env" "$(uname -n)" "$@") || exit $?
eval "$settings"
unset settings

# In the background, so that a signal ends the wait at once, also for process 1 of a container
# shellcheck disable=SC2086
"$JAVA" $quick -cp "$jar:$driver" dev.b3lb.start.WaitForDatabase &
waiting=$!
trap 'kill "$waiting" 2>/dev/null; exit 143' TERM
trap 'kill "$waiting" 2>/dev/null; exit 130' INT
wait "$waiting" || exit $?
trap - TERM INT

# standalone.sh passes signals on only to a server in the background of its own
JBOSS_HOME=$home
LAUNCH_JBOSS_IN_BACKGROUND=true
RUN_CONF=${RUN_CONF:-$home/bin/b3lb-server.conf}
export JBOSS_HOME LAUNCH_JBOSS_IN_BACKGROUND RUN_CONF
exec "$home/bin/standalone.sh" "-Djboss.node.name=$B3LB_SERVER_NAME" "$@"
