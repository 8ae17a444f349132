#!/bin/sh
# Stands for systemctl in the rehearsal, where no systemd runs: it starts what a unit names, as its user, with its
# environment. It knows no sandbox and no timer.
set -eu
running=/run/portal-rehearsal
mkdir -p "$running"
value() { sed -n "s/^$2=//p" "/etc/systemd/system/$1.service"; }
start() {
    if [ "$1" = nginx ]; then nginx; return; fi
    folder=$(value "$1" WorkingDirectory)
    (cd "$folder" && exec setsid runuser -u "$(value "$1" User)" -- \
        env HOME=/srv/portal $(value "$1" Environment) $(value "$1" ExecStart) \
        >> "$running/$1.log" 2>&1 < /dev/null) &
    echo $! > "$running/$1.pid"
}
stop() {
    if [ "$1" = nginx ]; then nginx -s quit; return; fi
    [ -f "$running/$1.pid" ] || return 0
    leader=$(cat "$running/$1.pid")
    kill -TERM "-$leader" 2> /dev/null || true
    for _ in $(seq 150); do kill -0 "-$leader" 2> /dev/null || break; sleep 0.2; done
    kill -KILL "-$leader" 2> /dev/null || true
    rm "$running/$1.pid"
}
action=$1
shift
[ "${1:-}" = --now ] && shift
for unit; do
    unit=${unit%.service}
    case $unit in *.timer) test -f "/etc/systemd/system/$unit"; continue ;; esac
    case $action in
        enable | start) start "$unit" ;;
        stop) stop "$unit" ;;
        restart) stop "$unit"; start "$unit" ;;
        reload) if [ -s /run/nginx.pid ]; then nginx -s reload; else nginx; fi ;;
    esac
done
