#!/bin/sh
# Prepares a namespace for orders; what is there already stays as it is. TEMPORAL_ADDRESS says where the engine is.
set -eu
namespace=${TEMPORAL_NAMESPACE:-default}

until temporal operator namespace describe --namespace "$namespace"; do sleep 1; done

# For as long the engine knows by itself that an order id was used before; the order book knows it for ever.
temporal operator namespace update --namespace "$namespace" --retention 720h

for attribute in orderId:Keyword customerId:Keyword orderStatus:Keyword totalAmount:Double createdAt:Datetime; do
  temporal operator search-attribute create --namespace "$namespace" \
    --name "${attribute%%:*}" --type "${attribute##*:}" || true
done
