"""What the test tells its clients, and the story's words."""

import base64
import json
import os

ISSUER = os.environ["ISSUER"]
CLIENT_PORT = int(os.environ["CLIENT_PORT"])
CALLBACK = f"http://localhost:{CLIENT_PORT}/callback"
# Confidential; may exchange toward target-client.
CLIENT, SECRET, TARGET = "starting-client", "SECRET", "target-client"
# Public; may exchange toward back-end-api.
PUBLIC, PUBLIC_TARGET = "front-end-app", "back-end-api"
EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
ACCESS = "urn:ietf:params:oauth:token-type:access_token"
REFRESH = "urn:ietf:params:oauth:token-type:refresh_token"


def claims(token):
    """The claims of a token, not verified."""
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def audience(token):
    """Whom a token is for, always as a list."""
    found = claims(token)["aud"]
    return found if isinstance(found, list) else [found]
