import PortalModel
import TerminalKit

/// One picture of the documentation: what is done to come to it, and what it shows, in words for those
/// who do not see it.
struct Picture: Hashable {
  /// The file's name without its ending.
  var name: String
  /// What stands in the window's upper edge.
  var title: String
  /// What one who does not see the picture is told.
  var words: String
  /// The screen.
  var screen: Screenshot
}

extension Picture {
  /// Every picture, in the order in which they are shown.
  static let all: [Picture] = [
    Picture(
      name: "applications", title: "portal · 1 Applications",
      words:
        "The list of all applications with owner, single sign-on, roles and permissions; beside "
        + "it the details of the one under the cursor.",
      screen: Screenshot(size: Size(columns: 120, rows: 26), keys: "Tab ↓ ↓ ↓")),
    Picture(
      name: "wizard", title: "portal · Add an Application",
      words:
        "The second step of adding an application: the OIDC registration with redirect URI, base "
        + "URL and the two boxes about the client secret, a remark beside the field in focus.",
      screen: Screenshot(keys: wizard)),
    Picture(
      name: "request", title: "portal · Request token exchange permission",
      words: "A search over all applications for the one toward which tokens shall be exchanged.",
      screen: Screenshot(keys: "/ 'front-end-app' Enter Enter t r 'end'")),
    Picture(
      name: "permissions", title: "portal · Token exchange permissions",
      words:
        "The permissions of front-end-app after alice has asked bob: allowed ones at the left, "
        + "with the pending request, granted ones at the right.",
      screen: Screenshot(size: low, keys: asked)),
    Picture(
      name: "decision", title: "portal · 2 Requests, as bob",
      words:
        "What bob reads before he decides: who asks and why, what the application could do, and "
        + "which roles its users would get.",
      screen: Screenshot(keys: asked + bob + " 2 Enter")),
    Picture(
      name: "refused", title: "portal · 4 Exchange, refused",
      words:
        "An exchange that is refused: the HTTP status and error in the service's own words, what "
        + "they mean here, the shortest change that would make it yes, and the check that failed.",
      screen: Screenshot(size: large, keys: exchange)),
    Picture(
      name: "repair", title: "portal · 4 Exchange, what would make it yes",
      words: "The ways to turn the refusal, each with the person who can go it.",
      screen: Screenshot(keys: exchange + " f")),
    Picture(
      name: "exchanged", title: "portal · 4 Exchange",
      words:
        "The same exchange after bob has approved: the token of front-end-app, the checks, the "
        + "token for back-end-api, and for every role why it is or is not in the new token.",
      screen: Screenshot(size: large, keys: asked + bob + " 2 a " + exchange)),
    Picture(
      name: "role-holders", title: "portal · Who has this role",
      words: "Everybody who has the role backend_user right now, who just misses it, and why.",
      screen: Screenshot(size: low, person: .bob, keys: "/ 'back-end-api' Enter Enter ] ] w")),
    Picture(
      name: "map", title: "portal · 5 Map",
      words: "A matrix of who may exchange toward whom, sources down and targets across, with the "
        + "paths that a token of the source under the cursor could travel.",
      screen: Screenshot(size: Size(columns: 140, rows: 24), keys: asked + " 5")),
    Picture(
      name: "activity", title: "portal · 7 Activity",
      words:
        "Everything that happened, newest first: who did what, and what was taken back by whom.",
      screen: Screenshot(
        size: wide,
        keys: wizard + " Enter Tab 'https://reports-viewer.cern.ch' Ctrl-S 1 " + asked
          + bob + " 2 a z 7")),
    Picture(
      name: "commands", title: "portal · every action of the program",
      words:
        "The palette of all actions, filtered by the word secret, with their keys; one that is "
        + "not possible now says why.",
      screen: Screenshot(keys: "/ 'front-end-app' Enter Enter ] : 'secret'")),
    Picture(
      name: "theme-light", title: "portal --theme light",
      words: "The permissions in the light theme.",
      screen: Screenshot(size: low, keys: asked, theme: .light)),
    Picture(
      name: "theme-contrast", title: "portal --theme contrast",
      words: "The permissions in the theme of strongest contrast.",
      screen: Screenshot(size: low, keys: asked, theme: .contrast)),
    Picture(
      name: "theme-mono", title: "portal --theme mono --ascii",
      words: "The permissions without any colour and with ASCII signs only.",
      screen: Screenshot(size: low, keys: asked, theme: .mono, isASCII: true)),
  ]

  private static let large = Size(columns: 110, rows: 27)
  private static let wide = Size(columns: 110, rows: 20)
  private static let low = Size(columns: 100, rows: 22)
  private static let wizard =
    "n 'reports-viewer' Tab 'Reports viewer' Tab 'https://reports-viewer.cern.ch' "
    + "Tab Tab Tab Tab Enter Tab 'https://reports-viewer.cern.ch/*'"
  private static let asked =
    "/ 'front-end-app' Enter Enter t r 'back-end-api' Enter 'Show the reports of the back end' Enter"
  private static let bob = " u 'bob' Enter Enter"
  private static let exchange =
    "4 Space 'jdoe' Enter Space 'front-end-app' Enter Space 'back-end-api' Enter Enter"
}

extension IdentityIdentifier {
  fileprivate static let bob = IdentityIdentifier(trusted: "bob")
}
