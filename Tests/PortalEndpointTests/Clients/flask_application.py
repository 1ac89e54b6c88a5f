"""A small Flask application that signs its users in with Authlib, and one who signs in to it."""

import threading

import requests
from authlib.integrations.flask_client import OAuth
from flask import Flask, jsonify, redirect, session, url_for
from werkzeug.serving import make_server

from browser import Browser
from stage import CLIENT, CLIENT_PORT, ISSUER, SECRET

app = Flask(__name__)
app.secret_key = "for this test only"
oauth = OAuth(app)
oauth.register(
    "cern", client_id=CLIENT, client_secret=SECRET,
    server_metadata_url=ISSUER + "/.well-known/openid-configuration",
    client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256"},
)


@app.route("/")
def home():
    if "user" not in session:
        return oauth.cern.authorize_redirect(url_for("callback", _external=True))
    return jsonify(session["user"])


@app.route("/callback")
def callback():
    # Checks state, nonce, signature, issuer, audience and time of the ID token.
    token = oauth.cern.authorize_access_token()
    session["user"] = {
        "login": token["userinfo"]["preferred_username"], "mail": token["userinfo"]["email"],
        "roles": oauth.cern.userinfo(token=token).get("cern_roles", []),
    }
    return redirect("/")


server = make_server("127.0.0.1", CLIENT_PORT, app, threaded=True)
threading.Thread(target=server.serve_forever, daemon=True).start()

browser = Browser()
to_sign_on = browser.open(f"http://localhost:{CLIENT_PORT}/")
assert to_sign_on.status_code == 302
back = browser.sign_in(to_sign_on.headers["Location"], login="jdoe")
assert back.startswith(f"http://localhost:{CLIENT_PORT}/callback?"), back
shown = browser.session.get(back)
assert shown.status_code == 200, shown.text
assert shown.json()["login"] == "jdoe", shown.text
assert shown.json()["mail"] == "jane.doe@cern.ch", shown.text

# Somebody else's browser cannot use the same answer.
assert requests.get(back).status_code >= 400
server.shutdown()
print("done")
