import PortalModel

/// The parts of forms that the pages share.
enum Forms {
  /// What was wrong with the last attempt.
  static func problem(_ sentence: String?) -> HTML? {
    sentence.map { "<p class=\"problem\" role=\"alert\">\($0)</p>" }
  }

  /// The ticket that a post has to bring back.
  static func ticket(_ token: String) -> HTML { hidden("ticket", token) }

  /// A field that nobody sees.
  static func hidden(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
  }

  /// Who signs in, and how.
  static func person(_ people: [Identity], hint: String?) -> HTML {
    """
    <label for="login">Who signs in</label>
    \(chooser(people, hint: hint))
    <label for="level">Level of assurance</label>
    <select id="level" name="level">
    <option value="">the account's usual one</option>
    \(LevelOfAssurance.allCases.map { "<option value=\"\($0.word)\">\($0.word)</option>\n" as HTML })
    </select>
    <label for="multifactor">Second factor</label>
    <select id="multifactor" name="multifactor">
    <option value="">as the account usually does</option>
    <option value="yes">used</option>
    <option value="no">not used</option>
    </select>
    """
  }

  /// A list where all of them fit into one, otherwise a field with suggestions.
  private static func chooser(_ people: [Identity], hint: String?) -> HTML {
    guard people.count <= Endpoint.listedPeople else {
      return """
        <input id="login" name="login" list="people" value="\(hint ?? "")" autocomplete="username" \
        autofocus required>
        <datalist id="people">\(people.map { person in
          "<option value=\"\(person.id.text)\">\(person.displayName)</option>" as HTML
        })</datalist>
        """
    }
    return """
      <select id="login" name="login" autofocus required>
      \(people.map { option($0, isChosen: $0.id.text == hint) })
      </select>
      """
  }

  private static func option(_ person: Identity, isChosen: Bool) -> HTML {
    """
    <option value="\(person.id.text)"\(isChosen ? " selected" as HTML : "")>\
    \(person.id.text) – \(person.displayName)</option>

    """
  }
}
