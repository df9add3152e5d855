# Calls all three endpoints with nothing but Python's own library. Prints one status a line.
import json
import sys
import urllib.request

base, token, client_id, business, user, rooms_token, room = sys.argv[1:]
haptik = {"Authorization": "Bearer " + token, "client-id": client_id}


def form(fields):
    lines = b""
    for name, value in fields.items():
        lines += f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    # as http libraries do that send only the encoded name
    lines += b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''na%C3%AFve.jpg\r\n\r\n"
    return lines + b"\xff\xd8\xff\xe0\r\n--b--\r\n"


def call(path, headers, content_type, body):
    request = urllib.request.Request(base + path, body, {**headers, "Content-Type": content_type})
    with urllib.request.urlopen(request) as answer:
        url = json.load(answer).get("file_url")
        print(path, answer.status, urllib.request.urlopen(url).status if url else "-")


message = {"user": {"auth_id": user}, "message_body": "Hello", "message_type": 0, "business_id": int(business)}
multipart = "multipart/form-data; boundary=b"
call("/v1.0/log_message_from_user/", haptik, "application/json", json.dumps(message).encode())
fields = {"auth_id": user, "business_id": business, "message_type": "1"}
call("/v1.0/log_file_from_user/", haptik, multipart, form(fields))
call("/api/upload_file", {"Authorization": rooms_token}, multipart, form({"room_id": room}))
