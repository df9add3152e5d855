// Express with multer, by somebody who read the documents twice and tried what they say.
import express from "express";
import multer from "multer";
import * as careful from "./careful.js";
import { FILE_PATH, HAPTIK_LIMIT, MESSAGE_PATH, ROOM_LIMIT, ROOM_PATH, UPLOAD_PATH } from "./accounts.js";

const app = express();
app.enable("strict routing");
app.disable("x-powered-by");
app.disable("etag");

const json = express.json({ limit: "1mb", type: "application/json" });
// One byte more than allowed is taken in, because the library counts a file of exactly the limit as too large.
const upTo = (bytes) =>
  multer({ storage: multer.memoryStorage(), limits: { fileSize: bytes + 1 } }).single("file");

const haptik = (req, res, next) => next(careful.admitHaptik(req.headers));
const rooms = (req, res, next) => next(careful.admitToRooms(req.headers));
const media = (type) => (req, res, next) =>
  next(req.is(type) ? undefined : new careful.Refusal(415, `the body must be ${type}`));
const base = (req) => `http://${req.headers.host}`;

/** The library leaves a file out whose name is empty, or makes a field of it. */
const file = (req) =>
  req.file
    ? { name: req.file.originalname, content: req.file.buffer }
    : req.body && "file" in req.body
      ? { name: "", content: Buffer.alloc(0) }
      : undefined;

app.post(MESSAGE_PATH, haptik, media("application/json"), json, (req, res) =>
  res.json(careful.logMessage(req.body)),
);
app.post(FILE_PATH, haptik, media("multipart/form-data"), upTo(HAPTIK_LIMIT), (req, res) =>
  res.json(careful.logFile(base(req), req.body ?? {}, file(req))),
);
app.post(UPLOAD_PATH, rooms, media("multipart/form-data"), upTo(ROOM_LIMIT), (req, res) =>
  res.json(careful.uploadFile(base(req), req.body ?? {}, file(req))),
);
app.get(ROOM_PATH, rooms, (req, res) => res.json(careful.roomMessages(req.query.room_id)));
app.get("/files/:name", (req, res) => {
  const content = careful.storedFile(req.params.name);
  if (!content) throw new careful.Refusal(404, "no such file");
  res.type("application/octet-stream").send(content);
});
app.all([MESSAGE_PATH, FILE_PATH, UPLOAD_PATH], (req, res) => {
  res.set("Allow", "POST");
  throw new careful.Refusal(405, "use POST");
});
app.use(() => {
  throw new careful.Refusal(404, "nothing is served here");
});
app.use((error, req, res, next) => {
  const rooms = !req.path.startsWith("/v1.0/");
  let status = error.status ?? 400;
  let text = error.message;
  if (error.code === "LIMIT_UNEXPECTED_FILE") {
    text = rooms ? "No file provided" : "file is required";
  }
  if (error.code === "LIMIT_FILE_SIZE") {
    status = rooms ? 400 : 413;
    text = rooms ? "File size exceeds the 24MB limit" : "the file is larger than 10MB";
  }
  res.status(status).json({ [rooms ? "error" : "error_message"]: text });
});

const server = app.listen(Number(process.env.PORT), "127.0.0.1", () =>
  console.log(`listening on ${server.address().port}`),
);
