"""joserfc and PyJWT: an access token checked against discovery and certs, and the classic mistakes."""

import base64
import hashlib

import jwt
import requests
from cryptography import x509
from joserfc import jwt as joserfc_jwt
from joserfc.errors import InvalidClaimError
from joserfc.jwk import KeySet

from browser import Browser, query
from stage import CALLBACK, CLIENT, EXCHANGE, ISSUER, SECRET, TARGET

known = requests.get(ISSUER + "/.well-known/openid-configuration").json()
assert known["issuer"] == ISSUER
address = (
    f"{known['authorization_endpoint']}?client_id={CLIENT}&response_type=code&scope=openid"
    f"&redirect_uri={CALLBACK}"
)
code = query(Browser().sign_in(address))["code"]


def token(**fields):
    reply = requests.post(
        known["token_endpoint"], data={"client_id": CLIENT, "client_secret": SECRET} | fields
    )
    assert reply.status_code == 200, reply.text
    return reply.json()["access_token"]


own = token(grant_type="authorization_code", code=code, redirect_uri=CALLBACK)
exchanged = token(grant_type=EXCHANGE, subject_token=own, audience=TARGET)

keys = KeySet.import_key_set(requests.get(known["jwks_uri"]).json())
registry = joserfc_jwt.JWTClaimsRegistry(
    iss={"essential": True, "value": ISSUER}, aud={"essential": True, "value": TARGET}
)
registry.validate(joserfc_jwt.decode(exchanged, keys, algorithms=["RS256"]).claims)
try:
    registry.validate(joserfc_jwt.decode(own, keys, algorithms=["RS256"]).claims)
    raise AssertionError("the un-exchanged token must not be accepted")
except InvalidClaimError:
    pass

signing = jwt.PyJWKClient(known["jwks_uri"]).get_signing_key_from_jwt(exchanged)
claims = jwt.decode(exchanged, signing, algorithms=["RS256"], audience=TARGET, issuer=ISSUER)
assert claims["sub"] == "jdoe" and claims["azp"] == CLIENT
try:
    jwt.decode(own, signing, algorithms=["RS256"], audience=TARGET, issuer=ISSUER)
    raise AssertionError("the un-exchanged token must not be accepted")
except jwt.InvalidAudienceError:
    pass

# Each key has a certificate of the same key, signed by itself, with its digests; the second one is not
# for signatures.
published = requests.get(known["jwks_uri"]).json()["keys"]
assert [key["use"] for key in published] == ["sig", "enc"]
for key in published:
    der = base64.b64decode(key["x5c"][0], validate=True)
    certificate = x509.load_der_x509_certificate(der)
    certificate.verify_directly_issued_by(certificate)
    assert certificate.subject.rfc4514_string() == "CN=cern"
    numbers = certificate.public_key().public_numbers()
    member = jwt.PyJWK(key | {"alg": "RS256"}).key.public_numbers()
    assert (numbers.n, numbers.e) == (member.n, member.e)
    for name, digest in (("x5t", hashlib.sha1), ("x5t#S256", hashlib.sha256)):
        text = base64.urlsafe_b64encode(digest(der).digest()).rstrip(b"=").decode()
        assert key[name] == text, name
assert signing.key_id == published[0]["kid"]

# The target itself says the same.
whoami = ISSUER.split("/auth/")[0] + f"/apps/{TARGET}/whoami"
assert requests.get(whoami, headers={"Authorization": f"Bearer {exchanged}"}).status_code == 200
refused = requests.get(whoami, headers={"Authorization": f"Bearer {own}"})
assert refused.status_code == 401 and "invalid_token" in refused.headers["WWW-Authenticate"]
assert requests.get(whoami).status_code == 401
print("done")
