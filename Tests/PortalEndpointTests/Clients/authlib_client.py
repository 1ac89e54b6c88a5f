"""Authlib: code with PKCE, refresh, exchange, by a public client."""

import secrets

from authlib.integrations.requests_client import OAuth2Session

from browser import Browser, query
from stage import ACCESS, CALLBACK, EXCHANGE, ISSUER, PUBLIC, PUBLIC_TARGET, audience, claims

base = ISSUER + "/protocol/openid-connect"
session = OAuth2Session(
    PUBLIC, token_endpoint_auth_method="none", scope="openid profile", redirect_uri=CALLBACK,
    code_challenge_method="S256",
)
verifier, nonce = secrets.token_urlsafe(48), secrets.token_urlsafe(8)
address, state = session.create_authorization_url(base + "/auth", code_verifier=verifier, nonce=nonce)
back = Browser().sign_in(address)
assert back.startswith(CALLBACK + "?")
assert query(back)["state"] == state
token = session.fetch_token(base + "/token", authorization_response=back, code_verifier=verifier)
assert claims(token["id_token"])["nonce"] == nonce
assert set(claims(token["access_token"])["cern_roles"]) == {"frontend_user", "administrator"}

refreshed = session.refresh_token(base + "/token", refresh_token=token["refresh_token"])
assert refreshed["access_token"] != token["access_token"]
assert claims(refreshed["access_token"])["sid"] == claims(token["access_token"])["sid"]

exchanged = session.fetch_token(
    base + "/token", grant_type=EXCHANGE, subject_token=refreshed["access_token"],
    subject_token_type=ACCESS, audience=PUBLIC_TARGET, requested_token_type=ACCESS,
)
assert audience(exchanged["access_token"]) == [PUBLIC_TARGET]
assert claims(exchanged["access_token"])["cern_roles"] == ["backend_user"]
print("done")
