"""python-keycloak: well_known, token, exchange_token, introspect, userinfo, logout."""

from keycloak import KeycloakOpenID

from browser import Browser, query
from stage import CALLBACK, CLIENT, ISSUER, SECRET, TARGET, audience

server = ISSUER.split("realms/")[0]
client = KeycloakOpenID(
    server_url=server, realm_name="cern", client_id=CLIENT, client_secret_key=SECRET
)
known = client.well_known()
assert known["issuer"] == ISSUER
assert known["token_endpoint"] == ISSUER + "/protocol/openid-connect/token"
assert "BEGIN" not in client.public_key()

address = client.auth_url(redirect_uri=CALLBACK, scope="openid profile email", state="x")
code = query(Browser().sign_in(address))["code"]
token = client.token(grant_type="authorization_code", code=code, redirect_uri=CALLBACK)
exchanged = client.exchange_token(token["access_token"], audience=TARGET)
assert audience(exchanged["access_token"]) == [TARGET]

found = client.introspect(token["access_token"])
assert found["active"] is True and found["client_id"] == CLIENT, found
assert found["username"] == "jdoe"
assert client.userinfo(token["access_token"])["preferred_username"] == "jdoe"
decoded = client.decode_token(token["access_token"], validate=True)
assert decoded["sub"] == "jdoe"

refreshed = client.refresh_token(token["refresh_token"])
client.logout(refreshed["refresh_token"])
# All tokens of the session are dead now, the exchanged one too.
for dead in (token, refreshed, exchanged):
    assert client.introspect(dead["access_token"]) == {"active": False}
print("done")
