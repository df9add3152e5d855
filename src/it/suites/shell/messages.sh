#!/bin/sh
# A suite that is weak on purpose: it looks at statuses only, so `assay prove --suite` finds much that it lets pass.
set -eu

# send EXPECTED_STATUS TOKEN
send() {
  status=$(curl -s -o /dev/null -w '%{http_code}' -X POST "$ASSAY_BASE_URL/v1.0/log_message_from_user/" \
    -H "Authorization: Bearer $2" -H "client-id: $ASSAY_CLIENT_ID" -H 'Content-Type: application/json' \
    -d "{\"user\":{\"auth_id\":\"$ASSAY_USER\"},\"message_body\":\"Hello there\",\"message_type\":0,\"business_id\":$ASSAY_BUSINESS_ID}")
  [ "$status" = "$1" ] || { echo "expected $1, got $status"; exit 1; }
}

send 200 "$ASSAY_TOKEN"
send 401 "not-$ASSAY_TOKEN"
