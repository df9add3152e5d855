// Fastify with @fastify/multipart, by somebody who read the documents twice and tried what they say.
import multipart from "@fastify/multipart";
import Fastify from "fastify";
import * as careful from "./careful.js";
import { FILE_PATH, HAPTIK_LIMIT, MESSAGE_PATH, ROOM_LIMIT, ROOM_PATH, UPLOAD_PATH } from "./accounts.js";

const app = Fastify({ exposeHeadRoutes: false, forceCloseConnections: true });
await app.register(multipart, { throwFileSizeLimit: false, limits: { fieldSize: 1024 * 1024 } });

const haptik = async (request) => careful.admitHaptik(request.headers);
const rooms = async (request) => careful.admitToRooms(request.headers);
const base = (request) => `http://${request.headers.host}`;

/** All parts, in whatever order they come; of a file one byte more than allowed. */
async function form(request, limit) {
  if (!request.isMultipart()) throw new careful.Refusal(415, "the body must be multipart/form-data");
  const found = { fields: {}, file: undefined };
  for await (const part of request.parts({ limits: { fileSize: limit + 1 } })) {
    if (part.type !== "file") {
      found.fields[part.fieldname] = part.value;
    } else if (part.fieldname === "file") {
      found.file = { name: part.filename, content: await part.toBuffer() };
    } else {
      await part.toBuffer();
    }
  }
  // The library makes a field of a file whose name is empty.
  if (found.file === undefined && "file" in found.fields) {
    found.file = { name: "", content: Buffer.alloc(0) };
  }
  return found;
}

app.post(MESSAGE_PATH, { onRequest: haptik }, async (request) => careful.logMessage(request.body));
app.post(FILE_PATH, { onRequest: haptik }, async (request) => {
  const { fields, file } = await form(request, HAPTIK_LIMIT);
  return careful.logFile(base(request), fields, file);
});
app.post(UPLOAD_PATH, { onRequest: rooms }, async (request) => {
  const { fields, file } = await form(request, ROOM_LIMIT);
  return careful.uploadFile(base(request), fields, file);
});
app.get(ROOM_PATH, { onRequest: rooms }, async (request) => careful.roomMessages(request.query.room_id));
app.get("/files/:name", async (request, reply) => {
  const content = careful.storedFile(request.params.name);
  if (!content) throw new careful.Refusal(404, "no such file");
  return reply.type("application/octet-stream").send(content);
});

function refuse(url, reply, status, text) {
  const member = url.startsWith("/v1.0/") ? "error_message" : "error";
  return reply.code(status).send({ [member]: text });
}
app.setNotFoundHandler((request, reply) => refuse(request.url, reply, 404, "nothing is served here"));
app.setErrorHandler((error, request, reply) => {
  const status = error.status ?? (error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 400);
  return refuse(request.url, reply, status, error.message);
});

await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
console.log(`listening on ${app.server.address().port}`);
