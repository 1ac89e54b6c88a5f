import TerminalKit

private func letter(_ character: Character) -> Key { .character(character) }

extension ActionSpec {
  static let application: [ActionSpec] = [
    ActionSpec(
      .previousTab, [.application, .person, .group], [letter("["), .left], "tab",
      "Go to the tab on the left.", priority: 0),
    ActionSpec(
      .nextTab, [.application, .person, .group], [letter("]"), .right], "next tab",
      "Go to the tab on the right.", priority: 6),
    ActionSpec(
      .permissions, [.application], [letter("t")], "token exchange permissions",
      "Open \"Token exchange permissions\" of this application.", priority: 9),
    ActionSpec(
      .deleteApplication, [.details], [letter("d")], "delete",
      "Delete the application, with all that hangs on it.", priority: 5),
    ActionSpec(
      .addRegistration, [.registration], [letter("n")], "add SSO",
      "Add SSO: register the application by OIDC or SAML.", priority: 8),
    ActionSpec(
      .otherProvider, [.registration], [.tab], "other provider",
      "Go to the other registration, where there is one by OIDC and one by SAML.", priority: 4),
    ActionSpec(
      .showSecret, [.registration], [letter("v"), .enter], "view secret",
      "Show the client ID and the client secret.", priority: 8),
    ActionSpec(
      .regenerateSecret, [.registration], [letter("R")], "regenerate",
      "Draw a new client secret; the old one stops working at once.", priority: 4),
    ActionSpec(
      .deleteRegistration, [.registration], [letter("d")], "delete",
      "Delete the registration; with an OIDC one go its secret and its permissions both ways.",
      priority: 3),
    ActionSpec(
      .addRole, [.roles], [letter("n")], "add role", "Add a Role.", priority: 8),
    ActionSpec(
      .linkedGroups, [.roles], [letter("g"), .enter], "linked groups",
      "Linked Groups of the role under the cursor.", priority: 8),
    ActionSpec(
      .editRole, [.roles], [letter("e")], "edit", "Edit the role under the cursor.", priority: 6),
    ActionSpec(
      .deleteRole, [.roles], [letter("d")], "delete", "Delete the role under the cursor.",
      priority: 5),
    ActionSpec(
      .linkGroup, [.linkedGroups], [letter("n"), letter("+")], "link group",
      "Link a group: its members, nested ones included, are given the role.", priority: 9),
    ActionSpec(
      .unlinkGroup, [.linkedGroups], [letter("d"), .delete], "unlink",
      "Take the group under the cursor off the role.", priority: 8),
  ]

  static let permission: [ActionSpec] = [
    ActionSpec(
      .requestExchange, [.permissions, .requests], [letter("r"), letter("+")], "request",
      "Request token exchange permission toward another application; or again, what was decided.",
      priority: 9),
    ActionSpec(
      .grantExchange, [.permissions], [letter("g")], "grant",
      "Grant token exchange permission to another application.", priority: 8),
    ActionSpec(
      .approve, [.permissions, .requests], [letter("a")], "approve",
      "Approve the request, as the target's owner or administrator; or accept the offer.",
      priority: 8),
    ActionSpec(
      .reject, [.permissions, .requests], [letter("x")], "reject",
      "Reject the request under the cursor, with a reason; or decline the offer.", priority: 7),
    ActionSpec(
      .revoke, [.permissions], [letter("d")], "revoke",
      "Take the grant under the cursor back.", priority: 6),
    ActionSpec(
      .withdraw, [.permissions, .requests], [letter("w")], "withdraw",
      "Take the request or offer under the cursor back, as the owner or administrator who made it.",
      priority: 5),
    ActionSpec(
      .history, [.permissions], [.enter], "history",
      "Show the whole history of the permission under the cursor.", priority: 4),
    ActionSpec(
      .otherPane, [.permissions, .requests, .people], [.tab, .backTab, .left, .right], "other list",
      "Go to the other list.", priority: 3),
  ]

  static let exchange: [ActionSpec] = [
    ActionSpec(
      .runExchange, [.exchange], [.enter], "run",
      "Sign the user in, exchange the token, and show every step.", priority: 10),
    ActionSpec(
      .nextField, [.exchange], [.tab, .right], "next field", "Go to the next field.",
      priority: 7),
    ActionSpec(
      .previousField, [.exchange], [.backTab, .left], "previous field",
      "Go to the field before.", priority: 0),
    ActionSpec(
      .changeField, [.exchange], [letter(" "), letter("e")], "change",
      "Choose another user, application, token type or way of signing in.", priority: 9),
    ActionSpec(
      .fix, [.exchange], [letter("f")], "fix",
      "Show the shortest change that would make it yes, and make it or go there.", priority: 8),
    ActionSpec(
      .tokens, [.exchange], [letter("t")], "tokens",
      "Show header, claims and signature of every token.", priority: 6),
    ActionSpec(
      .explain, [.exchange], [letter("h")], "why",
      "Say of each step what was looked at and why it came out so.", priority: 6),
    ActionSpec(
      .rawReply, [.exchange], [letter("r")], "raw reply",
      "Show the reply exactly as the service sends it.", priority: 4),
    ActionSpec(
      .curl, [.exchange], [letter("c")], "curl",
      "Show the curl command that makes the same request, and copy it.", priority: 5),
    ActionSpec(
      .nextToken, [.tokens], [.tab, letter("]"), .right], "next token", "Show the next token.",
      priority: 9),
  ]

  static let activity: [ActionSpec] = [
    ActionSpec(
      .explainRow, [.activity], [.enter], "explain",
      "Say who did it, as whom, what came of it and what it changed.", priority: 9),
    ActionSpec(
      .undoRow, [.activity], [letter("b")], "take back",
      "Take the change under the cursor back, with what builds on it where you agree.",
      priority: 8),
    ActionSpec(
      .returnToRow, [.activity], [letter("r")], "return to here",
      "Put the whole portal back to how it was after the row under the cursor, or forward to it.",
      priority: 8),
    ActionSpec(
      .kindFilter, [.activity], [letter("f"), .tab], "kind",
      "Show changes only, refusals only, token requests only, everything.", priority: 6),
    ActionSpec(
      .applicationFilter, [.activity], [letter("a"), letter("/")], "application",
      "Show only what concerns an application.", priority: 5),
    ActionSpec(
      .personFilter, [.activity], [letter("p")], "person",
      "Show only what one person did.", priority: 5),
    ActionSpec(
      .allActivity, [.activity], [letter("c")], "everything",
      "Show everything again.", priority: 4),
  ]

  static let global: [ActionSpec] = [
    ActionSpec(
      .applicationsSection, [.everywhere], [letter("1")], "Applications",
      "Go to 1 Applications, where you were; there, to its first page.", priority: 0),
    ActionSpec(
      .requestsSection, [.everywhere], [letter("2")], "Requests",
      "Go to 2 Requests, where you were; there, to its first page.",
      priority: 0),
    ActionSpec(
      .peopleSection, [.everywhere], [letter("3")], "People",
      "Go to 3 People, where you were; there, to its first page.", priority: 0),
    ActionSpec(
      .exchangeSection, [.everywhere], [letter("4")], "Exchange",
      "Go to 4 Exchange, where you were; there, to its first page.",
      priority: 0),
    ActionSpec(
      .mapSection, [.everywhere], [letter("5")], "Map",
      "Go to 5 Map, where you were; there, to its first page.", priority: 0),
    ActionSpec(
      .exchangeBridge, [.exchange, .tokens], [letter("H")], "real portal",
      "Say which request of the real service an exchange is.", priority: 2),
    ActionSpec(
      .bridge,
      [
        .applications, .application, .linkedGroups, .permissions, .requests, .people, .person,
        .group, .map, .holders, .activity,
      ], [letter("h"), letter("H")], "real portal",
      "Say of each action here which page and button of the real portal it is, and which request "
        + "it stands for.", priority: 3),
    ActionSpec(
      .activitySection, [.everywhere], [letter("7")], "Activity",
      "Go to 7 Activity, where you were; there, to its first page.",
      priority: 0),
    ActionSpec(
      .undo, [.everywhere], [letter("z")], "undo",
      "Take back the newest change of the person you act as; a loaded scenario is never crossed.",
      priority: 0),
    ActionSpec(
      .redo, [.everywhere], [letter("Z")], "redo",
      "Bring again what this person took back last.", priority: 0),
    ActionSpec(
      .actAs, [.everywhere], [letter("u")], "act as…",
      "Choose whom you act as, and how that person signed in.", priority: 7),
    ActionSpec(
      .back, [.everywhere], [.escape, .backspace], "back", "Go back one step.", priority: 2),
    ActionSpec(
      .commands, [.everywhere], [letter(":")], "commands",
      "List every action of the program, wherever it works, and run it.", priority: 3),
    ActionSpec(
      .theme, [.everywhere], [.function(2)], "theme",
      "Go to the next theme: dark, light, mono, contrast.", priority: 0),
    ActionSpec(
      .nextStep, [.everywhere], [.function(3)], "next step",
      "Show the story's next step in the message row, or dismiss it.", priority: 0),
    ActionSpec(
      .endpoint, [.everywhere], [letter("S")], "serve",
      "Start the token endpoint for real clients over HTTP, or stop it.", priority: 0),
    ActionSpec(
      .repair, [.everywhere], [.function(4), letter("!")], "repair",
      "Say what can be done about the last refusal, and do it.", priority: 8),
    ActionSpec(
      .copy, [.everywhere], [letter("y")], "copy",
      "Copy what is under the cursor to the terminal's clipboard: an identifier, a login, a token.",
      priority: 0),
    ActionSpec(
      .mouse, [.everywhere], [letter("M")], "mouse",
      "Give the mouse back to the terminal, for selecting text, or take it again.", priority: 0),
    ActionSpec(
      .quit, [.everywhere], [letter("q"), .control("c")], "quit", "Leave the program.",
      priority: 1),
    ActionSpec(
      .help, [.everywhere], [letter("?"), .function(1)], "help",
      "List every key that works here.", priority: 100),
  ]

  static let moves: [ActionSpec] = [
    ActionSpec(.up, [.everywhere], [.up, letter("k")], "up", "Go up one row.", priority: 0),
    ActionSpec(
      .down, [.everywhere], [.down, letter("j")], "down", "Go down one row.", priority: 0),
    ActionSpec(
      .pageUp, [.everywhere], [.pageUp], "page up", "Go up one screen.", priority: 0),
    ActionSpec(
      .pageDown, [.everywhere], [.pageDown], "page down", "Go down one screen.", priority: 0),
    ActionSpec(.first, [.everywhere], [.home], "first", "Go to the first row.", priority: 0),
    ActionSpec(.last, [.everywhere], [.end], "last", "Go to the last row.", priority: 0),
  ]
}
