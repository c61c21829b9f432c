#!/bin/sh
# Starts the program, fast where ./prepare has left a class archive. Arguments, signals and exit code are the program's.
#
# JAVA_HOME names the Java to use (else the first on PATH), CATALOG_IMPORT_OPTS further options for it, such as -Xmx512m.

here=$(dirname "$(readlink -f "$0")")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if ! command -v "$java" >/dev/null; then
    echo "catalog-import: there is no $java; set JAVA_HOME, or put Java 17 or later on PATH." >&2
    exit 78
fi

# Cron, systemd and containers set no locale, and Java then cannot open a path that is not ASCII.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

# Java looks by itself whether the archive is of this Java and of these jars, and does without if not. But a file that was
# cut short crashes Java 17, so its size is checked.
archive=$here/catalog-import.jsa
share=
if [ -r "$archive" ] && read -r size 2>/dev/null <"$archive.size" && [ "$(wc -c <"$archive")" -eq "$size" ] 2>/dev/null; then
    share=-XX:SharedArchiveFile=$archive
fi

# The serial garbage collector takes up to a quarter less memory than Java's usual one. Java refuses to have two.
collector=-XX:+UseSerialGC
case "${CATALOG_IMPORT_OPTS-} ${JAVA_TOOL_OPTIONS-} ${JDK_JAVA_OPTIONS-}" in
*-XX:+Use*GC*) collector= ;;
esac

# Mostly waiting, the program is over before thorough compilation has paid for itself. Without -Xlog:disable, Java tells
# on stdout why it does without the archive. exec: signals go to the program, with no shell in between.
# shellcheck disable=SC2086 # CATALOG_IMPORT_OPTS is several words.
exec "$java" -XX:TieredStopAtLevel=1 $collector ${share:+"$share"} -Xlog:disable ${CATALOG_IMPORT_OPTS-} \
    -jar "$here/catalog-import.jar" "$@"
