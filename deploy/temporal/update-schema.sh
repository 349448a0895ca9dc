#!/bin/sh
# Brings the engine's two databases to the schema of this version of its server. It is safe to repeat.
set -eu

for database in temporal temporal_visibility; do
  folder=${database#temporal_}
  export SQL_DATABASE="$database"
  # A database that has a version is left to the updates.
  temporal-sql-tool --plugin postgres12 setup-schema -v 0.0 || echo "$database has a schema"
  temporal-sql-tool --plugin postgres12 update-schema -d "/etc/temporal/schema/postgresql/v12/$folder/versioned"
done
