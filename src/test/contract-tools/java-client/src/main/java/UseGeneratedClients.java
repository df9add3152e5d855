import haptik.LoggingApi;
import haptik.model.LoggedFile;
import haptik.model.LoggedMessage;
import haptik.model.MessageToLog;
import haptik.model.MessageToLogUser;
import java.io.File;
import rooms.RoomsApi;

/** Sends with each generated client, and prints what it reads. */
public final class UseGeneratedClients {

  private UseGeneratedClients() {}

  /**
   * Sends.
   *
   * @param args base URL, token, client id, business id, user, the chat server's token, room, file
   */
  public static void main(String[] args) throws Exception {
    haptik.http.ApiClient haptik = new haptik.http.ApiClient();
    haptik.updateBaseUri(args[0]);
    haptik.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + args[1]));
    LoggingApi logging = new LoggingApi(haptik);
    long business = Long.parseLong(args[3]);
    MessageToLog message =
        new MessageToLog()
            .user(new MessageToLogUser().authId(args[4]))
            .messageBody("Hello")
            .messageType(MessageToLog.MessageTypeEnum.NUMBER_0)
            .businessId(business);
    LoggedMessage logged = logging.logMessage(args[2], message);
    long messageId = logged.getMessageId();
    System.out.println("message " + logged.getMessageBody() + " " + (messageId > 0));
    LoggedFile file = logging.logFile(args[2], args[4], business, 1, new File(args[7]), "");
    System.out.println("file " + file.getMessageType() + " " + (file.getMessageId() > messageId));

    rooms.http.ApiClient chat = new rooms.http.ApiClient();
    chat.updateBaseUri(args[0]);
    chat.setRequestInterceptor(request -> request.header("Authorization", args[5]));
    System.out.println(
        "upload " + new RoomsApi(chat).uploadFile(new File(args[7]), args[6]).getMessage());
  }
}
