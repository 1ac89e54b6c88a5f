"""A browser as far as signing in needs one: cookies, forms, and no following of redirects to clients."""

from html.parser import HTMLParser
from urllib.parse import parse_qs, urljoin, urlsplit

import requests


class Form(HTMLParser):
    """The first form of a page: where it goes, and what its fields hold."""

    def __init__(self, page):
        super().__init__()
        self.action, self.fields, self.people, self.select = None, {}, [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.action = attributes["action"]
        elif tag == "input":
            self.fields[attributes["name"]] = attributes.get("value", "")
        elif tag == "select":
            self.select = attributes["name"]
            self.fields[self.select] = ""
        elif tag == "option" and self.select == "login":
            self.people.append(attributes["value"])


class Browser:
    """One person's browser."""

    def __init__(self):
        self.session = requests.Session()

    def open(self, address):
        """Opens an address, and gives the page or the redirect."""
        return self.session.get(address, allow_redirects=False)

    def sign_in(self, address, login="jdoe", **choices):
        """Signs somebody in on the page at an address, and gives the address that it leads back to."""
        page = self.open(address)
        if page.status_code == 302:
            return page.headers["Location"]
        assert page.status_code == 200, (page.status_code, page.text)
        form = Form(page.text)
        assert login in form.people, form.people
        done = self.submit(address, form, login=login, **choices)
        assert done.status_code == 302, (done.status_code, done.text)
        return done.headers["Location"]

    def submit(self, address, form, **fields):
        """Sends a form as the page at an address would."""
        parts = urlsplit(address)
        return self.session.post(
            urljoin(address, form.action),
            data=form.fields | fields,
            headers={"Origin": f"{parts.scheme}://{parts.netloc}"},
            allow_redirects=False,
        )


def query(address):
    """The parameters of an address, each of which stands in it once."""
    found = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert all(len(values) == 1 for values in found.values()), found
    return {name: values[0] for name, values in found.items()}
