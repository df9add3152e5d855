// Whom all servers here know; the target of WitnessesSelfTest has the same.
export const accounts = {
  token: "Wit.haptik_Token-2026/x",
  clientId: "witness-client",
  businessId: 343,
  user: "asha41",
  roomsToken: "Wit.rooms_Token-2026/y",
  orphanToken: "Wit.orphan_Token-2026/z",
  memberRoom: "kitchen",
  foreignRoom: "boardroom",
};

export const MESSAGE_PATH = "/v1.0/log_message_from_user/";
export const FILE_PATH = "/v1.0/log_file_from_user/";
export const UPLOAD_PATH = "/api/upload_file";
export const ROOM_PATH = "/api/get_room_messages";

export const HAPTIK_LIMIT = 10 * 1024 * 1024;
export const ROOM_LIMIT = 24 * 1024 * 1024;
export const IMAGES = ["jpg", "jpeg", "png", "gif"];
export const DOCUMENTS = ["docx", "doc", "pdf", "xls", "xlsx", "csv"];
