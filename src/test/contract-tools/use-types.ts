// Compiles only if the generated types are those that a caller of the endpoints needs.
import type { components as Haptik, paths as HaptikPaths } from "./haptik";
import type { components as Rooms } from "./rooms";

const message: Haptik["schemas"]["MessageToLog"] = {
  user: { auth_id: "user4711" },
  message_body: "Hello",
  message_type: 0,
  business_id: 343,
};
export const id = (answer: Haptik["schemas"]["LoggedMessage"]): number => answer.message_id;
export const url = (answer: Rooms["schemas"]["UploadedFile"]): string => answer.file_url;
export type Body =
  HaptikPaths["/v1.0/log_message_from_user/"]["post"]["requestBody"]["content"]["application/json"];
export const sent: Body = message;
