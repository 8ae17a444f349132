#!/bin/sh
# /usr/local/sbin/portal に置きます。ポータルの命令を、ポータルの利用者と設定で実行します。例：portal doctor
set -eu
if [ $# -eq 0 ]; then
    echo '使い方：portal 命令 [指定…]  例：portal doctor、portal backup --to /var/backups/portal' >&2
    exit 2
fi
cd "${PORTAL_APP:-/srv/portal/app}"
command=$1
shift
exec runuser -u portal -- env HOME=/srv/portal PORTAL_SETTINGS=/etc/portal/portal.env \
    npm run --silent "$command" -- "$@"
