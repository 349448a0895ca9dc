#!/bin/sh
# Prepares a namespace for orders; what is there already stays as it is. TEMPORAL_ADDRESS says where the engine is. Ends with an
# error unless every search attribute is there at the end, with its type.
set -eu
export TEMPORAL_NAMESPACE="${TEMPORAL_NAMESPACE:-default}"

# For as long the engine knows by itself that an order id was used before; the order book knows it for ever.
retention=720h

tries=0
until temporal operator cluster health >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || { echo "the engine at $TEMPORAL_ADDRESS does not answer" >&2; exit 1; }
  sleep 1
done
if temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention "$retention"
else
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$retention"
fi

type_of() { temporal operator search-attribute list 2>/dev/null | awk -v name="$1" '$1 == name { print $2 }'; }

# A namespace that was just made takes seconds to be known everywhere: it is asked for again until it shows.
missing=0
for attribute in orderId:Keyword customerId:Keyword orderStatus:Keyword totalAmount:Double createdAt:Datetime; do
  name=${attribute%%:*} type=${attribute##*:} tries=0 reason=
  until [ -n "$(type_of "$name")" ] || [ "$tries" -ge 30 ]; do
    reason=$(temporal operator search-attribute create --name "$name" --type "$type" 2>&1) || sleep 1
    tries=$((tries + 1))
  done
  found=$(type_of "$name")
  [ "$found" = "$type" ] || { echo "search attribute $name: must be $type, and is ${found:-missing}${reason:+ ($reason)}" >&2; missing=1; }
done
exit "$missing"
