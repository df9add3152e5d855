package witness;

/** Whom both servers know; the target of WitnessesSelfTest has the same. */
final class Accounts {

  static final String TOKEN = "Wit.haptik_Token-2026/x";
  static final String CLIENT_ID = "witness-client";
  static final long BUSINESS_ID = 343;
  static final String USER = "asha41";
  static final String ROOMS_TOKEN = "Wit.rooms_Token-2026/y";
  static final String ORPHAN_TOKEN = "Wit.orphan_Token-2026/z";
  static final String MEMBER_ROOM = "kitchen";
  static final String FOREIGN_ROOM = "boardroom";

  static final String MESSAGE_PATH = "/v1.0/log_message_from_user/";
  static final String FILE_PATH = "/v1.0/log_file_from_user/";
  static final String UPLOAD_PATH = "/api/upload_file";
  static final String ROOM_PATH = "/api/get_room_messages";

  private Accounts() {}
}
