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

# The client's libraries straight from the server's modules: starting the module system takes longer than the call
libraries=$home/modules/dev/b3lb/management/main/b3lb-management.jar
for module in org/jboss/dmr org/jboss/as/controller-client org/jboss/as/protocol org/jboss/remoting org/jboss/xnio \
    org/jboss/xnio/nio org/jboss/threads org/jboss/logging org/jboss/marshalling org/wildfly/common \
    org/wildfly/client/config org/wildfly/security/elytron-base org/apache/sshd io/smallrye/common/constraint \
    io/smallrye/common/cpu io/smallrye/common/expression io/smallrye/common/function io/smallrye/common/net \
    io/smallrye/common/os io/smallrye/common/ref; do
    for jar in "$home/modules/system/layers/base/$module"/main/*.jar; do
        if [ -f "$jar" ]; then
            libraries=$libraries:$jar
        fi
    done
done

# Whether a person is there to be asked, and how wide lines may be
if [ -t 0 ]; then
    set -- -Db3lb.terminal=true dev.b3lb.shell.Shell "$@"
else
    set -- dev.b3lb.shell.Shell "$@"
fi
if [ -t 1 ]; then
    columns=$(stty size <&1 2>/dev/null)
    set -- "-Db3lb.columns=${columns#* }" "$@"
fi

# Of the others the first two keep newer Javas from warning about what WildFly's libraries do, and from taking a pipe for a
# terminal
exec "$JAVA" "-Db3lb.home=$home" -Dsun.misc.unsafe.memory.access=allow -Djdk.console=java.base -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -Xshare:auto -Xmx256m -cp "$libraries" "$@"
