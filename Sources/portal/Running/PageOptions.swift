import ArgumentParser

/// Which rows of a long list are printed.
struct PageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only rows that contain a text; \"^text\" begins with it, \"=text\" equals it.",
      valueName: "text"))
  var filter = ""

  @Option(
    help: ArgumentHelp(
      "Only rows behind this one: \"next\" of the page before.", valueName: "row"))
  var after: String?

  @Option(help: ArgumentHelp("At most so many rows.", valueName: "rows"), transform: Parsing.limit)
  var limit = 100

  /// What is said beneath a table that does not hold everything.
  func more(next: String?) -> [String] {
    next.map { ["", "There are more: --after \($0) goes on, --filter narrows."] } ?? []
  }
}
