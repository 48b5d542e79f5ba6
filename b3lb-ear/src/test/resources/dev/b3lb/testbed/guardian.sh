# Says "ready" once signals do not hurt it any more. Reads "+ ID SIGNAL KIND VALUE" (watch) and "- ID" (forget) from
# standard input. When that closes, stops what is still watched, last first: SIGNAL, and KILL for the process and its
# group when 20 seconds did not do.
trap '' HUP INT TERM QUIT
echo ready
exec > /dev/null

runs() {
    kill -s 0 "$1" 2> /dev/null || return 1
    # Its parent is gone; until somebody collects its exit status it keeps its entry, in state Z
    [ -r "/proc/$1/status" ] || return 0
    ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2> /dev/null
}

newline='
'
watched=''
while read -r change id rest; do
    case $change in
        +) watched="$id $rest$newline$watched" ;;
        -) watched=$(printf '%s' "$watched" | grep -v "^$id ")$newline ;;
    esac
done

printf '%s' "$watched" | while read -r id signal kind value; do
    pid=''
    case $kind in
        delete) rm -f -- "$value" ;;
        pid) pid=$value ;;
        file)
            # Whoever writes it may have been started just now
            [ -f "$value" ] || sleep 1
            [ -f "$value" ] && read -r pid < "$value"
            ;;
    esac
    case $pid in
        '' | *[!0-9]*) continue ;;
    esac
    kill -s "$signal" "$pid" 2> /dev/null
    # A stopped process takes a signal only when it goes on
    kill -s CONT "$pid" 2> /dev/null
    rounds=0
    while runs "$pid" && [ $rounds -lt 100 ]; do
        rounds=$((rounds + 1))
        sleep 0.2 2> /dev/null || sleep 1
    done
    kill -s KILL -- "-$pid" 2> /dev/null
    kill -s KILL "$pid" 2> /dev/null
done
