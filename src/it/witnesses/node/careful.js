// What both careful servers do apart from HTTP: the rules of the documents, as plain functions.
import { randomUUID } from "node:crypto";
import { accounts, DOCUMENTS, HAPTIK_LIMIT, IMAGES, ROOM_LIMIT } from "./accounts.js";

/** Ends a request with a status and a text. */
export class Refusal extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

const MOST_BYTES = 256 * 1024 * 1024;
const files = new Map();
let kept = 0;
const messages = new Map([
  [accounts.memberRoom, []],
  [accounts.foreignRoom, []],
]);
let lastId = Date.now() * 1000;

/** Keeps a file under a name of its own, and tells its URL; the oldest make room. */
function store(base, content, extension) {
  const name = randomUUID() + (/^[a-z0-9]{1,8}$/.test(extension) ? "." + extension : "");
  files.set(name, content);
  kept += content.length;
  for (const [oldest, bytes] of files) {
    if (kept <= MOST_BYTES) break;
    files.delete(oldest);
    kept -= bytes.length;
  }
  return `${base}/files/${name}`;
}

export const storedFile = (name) => files.get(name);

const extensionOf = (name) => (name.includes(".") ? name.split(".").pop().toLowerCase() : "");

const receipt = (text, type) => ({
  message_id: ++lastId,
  message_body: text,
  created_at: new Date().toISOString(),
  message_type: type,
});

export function admitHaptik(headers) {
  if (headers.authorization !== `Bearer ${accounts.token}`) {
    throw new Refusal(401, "invalid authorization details");
  }
  if (headers["client-id"] !== accounts.clientId) throw new Refusal(400, "invalid client-id");
}

function requireSender(authId, businessId) {
  if (typeof authId !== "string" || authId === "") throw new Refusal(400, "auth_id is required");
  if (authId !== accounts.user) throw new Refusal(403, "user is not registered");
  if (businessId !== accounts.businessId) throw new Refusal(400, "unknown business_id");
}

export function logMessage(body) {
  if (body === null || typeof body !== "object" || Array.isArray(body)) {
    throw new Refusal(400, "the body must be a JSON object");
  }
  if (!Number.isInteger(body.business_id)) throw new Refusal(400, "business_id must be a number");
  if (typeof body.message_body !== "string" || body.message_body === "") {
    throw new Refusal(400, "message_body is required");
  }
  if (body.message_type !== 0) throw new Refusal(400, "message_type must be 0");
  requireSender(body.user?.auth_id, body.business_id);
  return receipt(body.message_body, 0);
}

/** @param file {name, content}, or undefined without one */
export function logFile(base, fields, file) {
  if (!/^\d+$/.test(fields.business_id ?? "")) throw new Refusal(400, "business_id is required");
  if (!["1", "52"].includes(fields.message_type)) {
    throw new Refusal(400, "message_type must be 1 or 52");
  }
  requireSender(fields.auth_id, Number(fields.business_id));
  if (!file?.name) throw new Refusal(400, "file is required");
  const extension = extensionOf(file.name);
  const fitting = fields.message_type === "1" ? IMAGES : DOCUMENTS;
  if (!fitting.includes(extension)) throw new Refusal(400, "the file type is not supported");
  if (file.content.length > HAPTIK_LIMIT) throw new Refusal(413, "the file is larger than 10MB");
  const url = store(base, file.content, extension);
  return { ...receipt(fields.message_body ?? "", Number(fields.message_type)), file_url: url };
}

export function admitToRooms(headers) {
  if (headers.authorization === accounts.orphanToken) {
    throw new Refusal(401, "Unauthorized access (invalid user)");
  }
  if (headers.authorization !== accounts.roomsToken) {
    throw new Refusal(401, "Invalid token or token missing");
  }
}

/** @param file {name, content}, without a name where the form gave none; undefined without a file */
export function uploadFile(base, fields, file) {
  if (file === undefined) throw new Refusal(400, "No file provided");
  if (!file.name) throw new Refusal(400, "No file name provided");
  if (!fields.room_id) throw new Refusal(400, "No room ID provided");
  if (fields.room_id !== accounts.memberRoom) {
    throw new Refusal(403, "You are not a member of this room");
  }
  if (file.content.length > ROOM_LIMIT) throw new Refusal(400, "File size exceeds the 24MB limit");
  const url = store(base, file.content, extensionOf(file.name));
  messages.get(fields.room_id).push({ id: randomUUID(), text: url });
  return { message: "File uploaded successfully", file_url: url };
}

export function roomMessages(room) {
  if (!messages.has(room)) throw new Refusal(404, "no such room");
  return { messages: messages.get(room) };
}
