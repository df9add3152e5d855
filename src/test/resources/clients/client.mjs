// Calls all three endpoints as a page or a Node service does, with fetch and FormData. Prints one status a line.
const [base, token, clientId, business, user, roomsToken, room] = process.argv.slice(2);
const haptik = { Authorization: `Bearer ${token}`, "client-id": clientId };
const picture = () => new File([new Uint8Array([255, 216, 255, 224])], "naïve plan.jpg", { type: "image/jpeg" });

async function call(path, headers, body) {
  const answer = await fetch(base + path, { method: "POST", headers, body });
  const json = await answer.json();
  const sent = json.file_url ? (await fetch(json.file_url)).status : "-";
  console.log(`${path} ${answer.status} ${sent}`);
}

await call(
  "/v1.0/log_message_from_user/",
  { ...haptik, "Content-Type": "application/json" },
  // as digits: an id may be larger than a JavaScript number holds
  `{"user": {"auth_id": ${JSON.stringify(user)}}, "message_body": "Hello", "message_type": 0, "business_id": ${business}}`,
);
const file = new FormData();
file.set("auth_id", user);
file.set("business_id", business);
file.set("message_type", "1");
file.set("file", picture());
await call("/v1.0/log_file_from_user/", haptik, file);
const upload = new FormData();
upload.set("file", picture());
upload.set("room_id", room);
await call("/api/upload_file", { Authorization: roomsToken }, upload);
