#!/bin/sh
# Run once, by Postgres' image, when its volume is empty: Waybill and the engine each have a user and databases of their own,
# and neither can read the other's.
set -eu

psql --username "$POSTGRES_USER" --set ON_ERROR_STOP=1 \
  --set waybill_password="$BOOK_PASSWORD" --set engine_password="$ENGINE_PASSWORD" <<'SQL'
create role waybill login password :'waybill_password';
create role temporal login password :'engine_password';
create database waybill owner waybill;
create database temporal owner temporal;
create database temporal_visibility owner temporal;
revoke connect on database waybill, temporal, temporal_visibility from public;
SQL
