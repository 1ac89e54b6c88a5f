"""Signs in, is refused, signs a device in and logs out, in Chromium, with the keyboard alone."""

import base64
import hashlib
import queue
import secrets
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

import requests

from chromium import Chromium
from stage import CALLBACK, CLIENT, CLIENT_PORT, ISSUER, SECRET, TARGET, claims

ENDPOINTS = ISSUER + "/protocol/openid-connect"
DEVICE = "urn:ietf:params:oauth:grant-type:device_code"


class Application(BaseHTTPRequestHandler):
    """Where the browser is sent back to; it keeps how and with what."""

    came = queue.Queue()

    def do_GET(self):
        self.answer("GET", urlsplit(self.path).query)

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        self.answer("POST", self.rfile.read(length).decode())

    def answer(self, method, text):
        if urlsplit(self.path).path == "/callback":
            self.came.put((method, dict(parse_qsl(text))))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!DOCTYPE html><title>App</title><link rel=icon href=data:,>back")

    def log_message(self, *_):
        pass


def address(client=CLIENT, **more):
    """The address that an application sends a browser to."""
    return ENDPOINTS + "/auth?" + urlencode(
        {"client_id": client, "redirect_uri": CALLBACK, "response_type": "code",
         "scope": "openid", "state": "a b", "nonce": "n-1"} | more)


def token(**form):
    """What the token endpoint answers to the confidential client."""
    return requests.post(
        ENDPOINTS + "/token", data={"client_id": CLIENT, "client_secret": SECRET} | form)


def redeem(code, **more):
    """The tokens of a code."""
    reply = token(grant_type="authorization_code", code=code, redirect_uri=CALLBACK, **more)
    assert reply.status_code == 200, reply.text
    return reply.json()


def came_back(method="GET"):
    """What the browser brought to the application."""
    found, parameters = Application.came.get(timeout=120)
    assert found == method, found
    assert parameters["state"] == "a b" and parameters["iss"] == ISSUER, parameters
    return parameters


def sign_in(browser):
    """With PKCE, choosing person, level and second factor from their lists."""
    verifier = secrets.token_urlsafe(48)
    digest = hashlib.sha256(verifier.encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    browser.open(address(code_challenge=challenge, code_challenge_method="S256"))
    assert browser.focus == "login", browser.focus
    browser.choose("login", "jdoe")
    browser.choose("level", "cern")
    browser.choose("multifactor", "yes")
    browser.send("Sign in")
    tokens = redeem(came_back()["code"], code_verifier=verifier)
    assert claims(tokens["access_token"])["sub"] == "jdoe"
    assert claims(tokens["id_token"])["nonce"] == "n-1"
    return tokens


def answer_modes(browser, tokens):
    """Whoever is signed on is sent back at once: in the query, in the fragment, or by a form."""
    browser.open(address(response_mode="fragment"))
    assert dict(parse_qsl(urlsplit(browser.address).fragment))["code"], browser.address
    assert Application.came.get(timeout=120) == ("GET", {})
    browser.open(address(response_mode="form_post", nonce="n-2"))
    assert "Back to the application" in browser.text, browser.text
    assert browser.focus == "Continue", browser.focus
    browser.send("Continue")
    again = redeem(came_back("POST")["code"])
    # The same login as before.
    assert claims(again["access_token"])["sid"] == claims(tokens["access_token"])["sid"]


def device(browser, decide):
    """A device that asks for a code; what somebody does on its page; what the device is told."""
    begun = requests.post(
        ENDPOINTS + "/auth/device", data={"client_id": CLIENT, "client_secret": SECRET}).json()
    browser.open(begun["verification_uri"])
    assert browser.focus == "user_code", browser.focus
    browser.type(begun["user_code"].lower())
    browser.send("Go on")
    assert begun["user_code"] in browser.text, browser.text
    decide(begun["user_code"])
    return token(grant_type=DEVICE, device_code=begun["device_code"])


def devices(browser, tokens):
    """Whoever is signed on signs a device in with one key, or refuses it."""

    def go_on(_):
        assert "You are signed on as jdoe" in browser.text, browser.text
        assert browser.focus == "Sign the device in", browser.focus
        browser.send("Sign the device in")
        assert "Device signed in" in browser.text, browser.text

    def be_another(code):
        browser.send("Be somebody else")
        assert code in browser.text and browser.focus == "login", browser.focus
        browser.choose("login", "alice")
        browser.send("Sign the device in")

    def refuse(_):
        browser.send("Refuse")
        assert "Device refused" in browser.text, browser.text

    approved = device(browser, go_on).json()
    assert claims(approved["access_token"])["sid"] == claims(tokens["access_token"])["sid"]
    denied = device(browser, refuse)
    assert denied.json()["error"] == "access_denied", denied.text
    other = device(browser, be_another).json()
    assert claims(other["access_token"])["sub"] == "alice"


def refused(browser):
    """An application with a required role that jdoe does not have."""
    browser.open(address(TARGET, prompt="login"))
    browser.choose("login", "jdoe")
    browser.send("Sign in")
    assert "We are sorry..." in browser.text, browser.text
    assert "You are not authorized to access this application." in browser.text
    assert Application.came.empty()


def logout(browser, tokens):
    """Logging out ends the login, and the browser is asked again."""
    browser.open(ENDPOINTS + "/logout")
    assert "Do you want to log out?" in browser.text, browser.text
    browser.send("Log out")
    assert "You are logged out." in browser.text, browser.text
    browser.open(address())
    assert browser.focus == "login", browser.text
    return token(grant_type="refresh_token", refresh_token=tokens["refresh_token"])


def main():
    server = HTTPServer(("localhost", CLIENT_PORT), Application)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = Chromium()
    try:
        tokens = sign_in(browser)
        answer_modes(browser, tokens)
        refused(browser)
        # The refused page is a 403, which a browser notes.
        noted = [line for line in browser.complaints if "403" not in line]
        assert not noted and len(browser.complaints) == 1, browser.complaints
        browser.complaints.clear()
        dead = logout(browser, tokens)
        assert dead.json()["error_description"] == "Session not active", dead.text
        tokens = sign_in(browser)
        devices(browser, tokens)
        assert not browser.complaints, browser.complaints
        own = (ISSUER + "/", ISSUER.split("/realms/")[0] + "/resources/", CALLBACK, "data:,")
        foreign = [url for url in browser.fetched if not url.startswith(own)]
        assert not foreign and len(browser.fetched) > 20, foreign
    finally:
        browser.close()
    print("done")


main()
