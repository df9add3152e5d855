// Express with multer, as a busy developer's first version. What is wrong with it, by the documents:
// - 401 and 403 say { error: ... } in words of their own instead of the documented error_message
// - a token only has to begin like the right one
// - a logged message is answered with 201
// - created_at is what Date prints, no ISO 8601
// - message_id is the clock's seconds: calls in the same one share it
// - files have no limit of size; a file in another field is a 500, and one without a name is taken for none
// - without message_body, the answer to a file has none either
// - client-id, message_type and the file's extension are not looked at; what else is missing ends in a 500
// - file_url is the file's own name under /uploads/: two uploads of one name share it, and it has no host
// - an upload's message says "ok", and without room_id the answer is 403
import express from "express";
import multer from "multer";
import { accounts, FILE_PATH, MESSAGE_PATH, ROOM_PATH, UPLOAD_PATH } from "./accounts.js";

const app = express();
const upload = multer();
const uploads = {};
const posted = [];
app.use(express.json());

function signedIn(req, res, next) {
  const token = req.path.startsWith("/v1.0") ? `Bearer ${accounts.token}` : accounts.roomsToken;
  if (req.headers.authorization?.startsWith(token)) return next();
  res.status(401).json({ error: "Unauthorized" });
}

function keep(file) {
  uploads[file.originalname] = file.buffer;
  return "/uploads/" + encodeURIComponent(file.originalname);
}

const logged = (text, type) => ({
  message_id: Math.floor(Date.now() / 1000),
  message_body: text,
  created_at: new Date().toString(),
  message_type: type,
});

app.post(MESSAGE_PATH, signedIn, (req, res) => {
  const { user, message_body, message_type } = req.body;
  if (user.auth_id !== accounts.user) return res.status(403).json({ error: "unknown user" });
  res.status(201).json(logged(message_body, message_type));
});

app.post(FILE_PATH, signedIn, upload.single("file"), (req, res) => {
  const { auth_id, message_body, message_type } = req.body;
  if (auth_id !== accounts.user) return res.status(403).json({ error: "unknown user" });
  const url = keep(req.file);
  res.json({ ...logged(message_body, Number(message_type)), file_url: url });
});

app.post(UPLOAD_PATH, signedIn, upload.single("file"), (req, res) => {
  if (!req.file) return res.status(400).json({ error: "No file provided" });
  if (req.body.room_id !== accounts.memberRoom) {
    return res.status(403).json({ error: "You are not a member of this room" });
  }
  const url = keep(req.file);
  posted.push(url);
  res.json({ message: "ok", file_url: url });
});

app.get(ROOM_PATH, signedIn, (req, res) => res.json(req.query.room_id === accounts.memberRoom ? posted : []));
app.get("/uploads/:name", (req, res) => res.send(uploads[req.params.name]));

const server = app.listen(Number(process.env.PORT), "127.0.0.1", () =>
  console.log(`listening on ${server.address().port}`),
);
