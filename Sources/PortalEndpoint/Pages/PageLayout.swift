import HTTPTypes

/// What all pages share: no script, nothing from outside, one style sheet.
struct PageLayout {
  var issuer: IssuerAddress
  var title: String
  var content: HTML

  /// The whole page.
  var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <link rel="stylesheet" href="\(issuer.prefix + Route.styleSheetPath)">
    </head>
    <body>
    <main>
    <p class="realm">\(issuer.realm.uppercased()) Single Sign-On <span>simulated on this machine</span></p>
    <h1>\(title)</h1>
    \(content)
    </main>
    </body>
    </html>

    """
  }

  /// The page as a reply.
  ///
  /// - Parameter leadsTo: A scheme beside `http` and `https` that the page's form may lead to in the
  ///   end: browsers hold redirects after a form against the policy.
  func response(status: Int = 200, leadsTo scheme: String? = nil) -> Response {
    var response = Response(
      status: .init(code: status), type: "text/html; charset=utf-8", text: html.text)
    response.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'self'; form-action 'self' http: https:"
      + (scheme.map { " \($0):" } ?? "") + "; frame-ancestors 'none'; base-uri 'none'"
    response.headers.addNoStore()
    // Under no-referrer, browsers do not say where a form comes from.
    response.headers.append(HTTPField(name: .referrerPolicy, value: "same-origin"))
    response.isPage = true
    return response
  }

  /// The style sheet of all pages.
  static let styleSheet = """
    :root { color-scheme: light dark; --line: #8888; --accent: #0053a1; }
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
    main { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
    .realm { border-bottom: 1px solid var(--line); font-weight: 600; }
    .realm span { font-weight: 400; float: right; opacity: .7; }
    h1 { font-size: 1.4rem; }
    label { display: block; margin: 1rem 0 .2rem; font-weight: 600; }
    input, select { font: inherit; width: 100%; box-sizing: border-box; padding: .4rem; }
    button { font: inherit; padding: .4rem 1.2rem; margin: 1.2rem .5rem 0 0; }
    button.main { background: var(--accent); color: #fff; border: 1px solid var(--accent); }
    :focus-visible { outline: 3px solid #f90; outline-offset: 2px; }
    .problem { border-left: .3rem solid #c00; padding-left: .7rem; }
    .note { opacity: .8; }

    """
}
