import PortalModel

// The one place that puts a scenario's problems into words: what is wrong, and what is allowed.

extension ScenarioError: CustomStringConvertible {
  /// One line for each problem, in the order of the text.
  public var description: String { problems.map(\.sentence).joined(separator: "\n") }
}

extension ScenarioProblem {
  /// The problem in words, beginning with its line and field.
  public var sentence: String {
    let place = field.isEmpty ? "line \(line)" : "line \(line), \(field)"
    return "\(place): \(kind.words)."
  }
}

extension ScenarioProblem.Kind {
  fileprivate var words: String {
    switch self {
    case .notYAML(let problem): "this is not YAML: \(problem)"
    case .tooLarge(let maximum): "a scenario may have at most \(maximum) bytes"
    case .alias(let name): "'*\(name)' repeats a value by reference; write the value out"
    case .nothing: "there is nothing here; a scenario begins with 'format: \(Scenario.format)'"
    case .format(let found, let expected): "format '\(found)' is not known; this is '\(expected)'"
    case .unknownKey(let key, let allowed, let nearest):
      "the key '\(key)' is not known\(Self.hint(nearest)); allowed: \(Self.list(allowed))"
    case .missingKey(let key): "the key '\(key)' is missing"
    case .excludedKey(let key, let other): "'\(key)' cannot stand beside '\(other)'"
    case .twice(let text): "'\(text)' stands here more than once"
    case .wrongShape(let expected, let found):
      "\(expected.words) is expected, and \(found.words) is found"
    case .unknownWord(let word, let allowed, let nearest):
      "'\(word)' is not known\(Self.hint(nearest)); allowed: \(Self.list(allowed))"
    case .emptyText: "the text is empty; something must stand here"
    case .emptyList: "the list is empty; at least one entry must stand here"
    case .tooLong(let maximum): "the text is too long; at most \(maximum) characters"
    case .outOfRange(let number, let allowed):
      "\(number) is not possible; \(allowed.lowerBound) to \(allowed.upperBound) is"
    case .identifier(let text, let problem): "'\(text)' \(problem.words)"
    case .address(let text, let problem): "'\(text)' \(problem.words)"
    case .listEntry(let text):
      "'\(text.prefix(60))' cannot stand here; a word without blanks, or for web origins +, * or "
        + "scheme and host alone"
    case .listTooLong(let maximum): "there are too many entries; at most \(maximum)"
    case .time(let text):
      "'\(text)' is no time; write 2026-11-22T10:15:00Z, '3 days ago' "
        + "(\(Self.list(ScenarioTime.units.map(\.word)))) or 'now'"
    case .key(let text):
      "'\(text)' is no key; allowed: one character, Ctrl-N, Alt-N, F1 to F24, Up, Down, Left, Right, "
        + "Home, End, PgUp, PgDn, Enter, Esc, Tab, Shift-Tab, Backspace, Del, Ins, Space"
    case .keyClash(let key, let other):
      "the key \(key) is that of '\(other)' in the same place; give that one another key too"
    case .letterIsText(let key):
      "\(key) cannot be a key here, since letters are text; allowed: Ctrl-N, Alt-N, F1 to F24 and "
        + "keys with names"
    case .keyNeeded:
      "this must have a key; without one nobody finds the way (help: one that is no letter, such as "
        + "F1)"
    case .unknown(let thing, let name, let nearest):
      "there is no \(thing.rawValue) '\(name)' in this scenario\(Self.hint(nearest))"
    case .identifierIsLogin(let text):
      "'\(text)' is a login as well; an application's identifier may not be one"
    case .loginIsApplications(let login):
      "'\(login)' is made for an application of this scenario and cannot be written here"
    case .nameTaken(let name, let other): "the name '\(name)' is that of '\(other)' already"
    case .baseURLMissing: "'base-url' is missing, and there is no 'home-page' to take it from"
    case .publicClientHasNoSecret: "a public client has no secret"
    case .groupCycle(let path):
      "a group cannot be inside itself: \(path.map(\.text).joined(separator: " in "))"
    case .supervisorCycle(let path):
      "nobody is their own supervisor: \(path.map(\.text).joined(separator: " under "))"
    case .primaryTwice(let number):
      "the person \(number) has a primary account already; a person has one"
    case .accountOwner(let owner, let kind):
      "an account of the kind \(kind) cannot belong to '\(owner)': secondary and service accounts "
        + "belong to primary ones"
    case .tooManyAccounts(let owner, let kind, let most):
      "'\(owner)' has more than \(most) accounts of the kind \(kind)"
    case .orcid(let text): "'\(text)' is no ORCID iD, such as 0000-0002-1825-0097"
    case .applicationIdentity(let id): "'\(id)' is an application's identity; a person is needed"
    case .gone(let id): "'\(id)' is deleted in this scenario, so it can only have acted"
    case .ownerCycle(let path):
      "applications own each other: \(path.map(\.text).joined(separator: " owned by "))"
    case .towardItself: "an application needs no permission toward itself"
    case .notRegistered(let id): "'\(id)' has no 'registration', which both ends need"
    case .notManager(let who, let id):
      "'\(who)' neither owns '\(id)' nor is in its administrator group; "
        + "who was and has left stands under that group's 'former-members' or under 'former-owners'"
    case .requestIsAutomatic(let who):
      "'\(who)' decides for the target as well, so the request is granted at once: "
        + "write 'automatic' in place of 'requested'"
    case .roundStillOpen(let state):
      "the entry before of the same direction is \(state.rawValue), which is not over"
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { " (did you mean '\($0)'?)" } ?? ""
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

extension ScenarioProblem.Shape {
  fileprivate var words: String {
    switch self {
    case .nothing: "nothing"
    case .text: "a text"
    case .boolean: "true or false"
    case .number: "a whole number"
    case .list: "a list"
    case .map: "a set of keys"
    case .roleOrDeleted: "a role's keys, or 'deleted' for the default role,"
    }
  }
}

extension IdentifierProblem {
  fileprivate var words: String {
    switch self {
    case .empty: "is empty"
    case .tooShort(let minimum): "is too short; at least \(minimum) characters"
    case .tooLong(let maximum): "is too long; at most \(maximum) characters"
    case .firstCharacter(let first): "begins with '\(first)', not with a lower-case letter"
    case .character(let bad): "has the character '\(bad)', which identifiers here do not have"
    }
  }
}

extension AddressProblem {
  fileprivate var words: String {
    switch self {
    case .empty: "is empty"
    case .tooLong(let maximum): "is too long; at most \(maximum) bytes"
    case .blank: "has a blank or control character"
    case .schemeMissing: "has no scheme such as https: in front"
    case .scheme(let scheme): "begins with '\(scheme):'; http:, https: or a ch.cern scheme may"
    case .hostMissing: "names no host"
    case .fragment: "has a fragment (#…)"
    case .wildcard: "has a * that is not the last character"
    case .localhost: "is on this machine, which the portal refuses"
    }
  }
}
