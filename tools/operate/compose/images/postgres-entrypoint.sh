#!/bin/sh
# As the entrypoint of Docker's image does, as far as docker-compose.yml needs it: an empty volume becomes a cluster, on which the
# scripts of /docker-entrypoint-initdb.d run once, by a server that listens on no network.
set -eu
umask 077
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  chmod 700 "$PGDATA"
  printf '%s\n' "$POSTGRES_PASSWORD" > /tmp/password
  initdb --username=postgres --pwfile=/tmp/password
  rm /tmp/password
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  pg_ctl -o "-c listen_addresses=''" -w start
  export POSTGRES_USER=postgres
  for script in /docker-entrypoint-initdb.d/*.sh; do sh "$script"; done
  pg_ctl -m fast -w stop
fi
exec "$@"
