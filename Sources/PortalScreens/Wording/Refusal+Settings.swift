import PortalModel

extension Refusal {
  static func listTooLong(_ field: Field, _ maximum: Int) -> Explanation {
    Explanation(
      what: "There are more than \(maximum) entries of the kind \(quoted(field.label)).",
      why: "A token must stay small enough for a header \(Source.invented).",
      next: "Take some out.")
  }

  static func badListEntry(_ field: Field, _ text: String) -> Explanation {
    let form =
      field == .webOrigin
      ? "An origin is +, * or scheme and host alone, such as https://mysite.cern.ch"
      : "An entry has 1 to \(FieldLimit.word) bytes and no blanks"
    return Explanation(
      what: "\(quoted(String(text.prefix(60)))) cannot be an entry of the kind "
        + "\(quoted(field.label)).",
      why: "\(form), and stands in its list once \(Source.invented).",
      next: "Correct the entry, or take it out.")
  }
}
