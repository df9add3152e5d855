#!/bin/sh
# What `assay prove --suite 'sh run.sh'` runs after `npm install`: the collection, told by variables whom the
# stand-in knows. Without npx, which takes as long to start as Newman itself.
PATH="$PWD/node_modules/.bin:$PATH"
exec newman run chat.postman_collection.json --color off --working-dir . \
  --env-var baseUrl="$ASSAY_BASE_URL" --env-var token="$ASSAY_TOKEN" --env-var clientId="$ASSAY_CLIENT_ID" \
  --env-var businessId="$ASSAY_BUSINESS_ID" --env-var user="$ASSAY_USER" \
  --env-var stranger="$ASSAY_UNREGISTERED_USER" --env-var roomsToken="$ASSAY_ROOMS_TOKEN" \
  --env-var room="$ASSAY_MEMBER_ROOM" --env-var foreignRoom="$ASSAY_FOREIGN_ROOM"
