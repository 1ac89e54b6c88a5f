"""requests-oauthlib: code with PKCE, refresh, exchange, by a confidential client."""

import requests
from requests.auth import HTTPBasicAuth
from requests_oauthlib import OAuth2Session

from browser import Browser, query
from stage import CALLBACK, CLIENT, EXCHANGE, ISSUER, REFRESH, SECRET, TARGET, audience, claims

base = ISSUER + "/protocol/openid-connect"
session = OAuth2Session(CLIENT, redirect_uri=CALLBACK, scope=["openid", "email", "profile"], pkce="S256")
address, state = session.authorization_url(base + "/auth")
browser = Browser()
back = browser.sign_in(address)
assert query(back)["state"] == state
token = session.fetch_token(base + "/token", authorization_response=back, client_secret=SECRET)
assert audience(token["access_token"]) == [CLIENT]

# The code counts once.
again = requests.post(
    base + "/token",
    data={"grant_type": "authorization_code", "code": query(back)["code"], "redirect_uri": CALLBACK},
    auth=HTTPBasicAuth(CLIENT, SECRET),
)
assert again.status_code == 400, again.text
assert again.json()["error"] == "invalid_grant", again.text

# Its second use took the session's tokens back (RFC 6749 §4.1.2), so somebody signs in anew.
session = OAuth2Session(CLIENT, redirect_uri=CALLBACK, scope=["openid", "email", "profile"], pkce="S256")
address, state = session.authorization_url(base + "/auth")
back = Browser().sign_in(address)
token = session.fetch_token(base + "/token", authorization_response=back, client_secret=SECRET)
refreshed = session.refresh_token(
    base + "/token", refresh_token=token["refresh_token"], auth=HTTPBasicAuth(CLIENT, SECRET)
)
reply = requests.post(
    base + "/token",
    data={
        "grant_type": EXCHANGE, "subject_token": refreshed["access_token"], "audience": TARGET,
        "requested_token_type": REFRESH,
    },
    auth=HTTPBasicAuth(CLIENT, SECRET),
)
assert reply.status_code == 200, reply.text
exchanged = reply.json()
assert audience(exchanged["access_token"]) == [TARGET]
assert claims(exchanged["access_token"])["azp"] == CLIENT

# A refresh of the exchanged token is for the client itself again: the target is lost.
lost = session.refresh_token(
    base + "/token", refresh_token=exchanged["refresh_token"], auth=HTTPBasicAuth(CLIENT, SECRET)
)
assert TARGET not in audience(lost["access_token"]), claims(lost["access_token"])
print("done")
