import Foundation
import PortalModel
import TerminalKit

/// Draws the pictures of the documentation, the same bytes wherever it runs: each in a portal of its own
/// as it is at the first start, at one instant, with identifiers from one number.
struct PictureBook {
  /// A page or picture that is made from the program.
  struct Page {
    /// The path in the folder of the pages.
    var path: String
    var text: String
  }

  /// The page that shows all pictures, and the pictures.
  static func pages() async throws -> [Page] {
    var pages = [Page(path: "pictures.md", text: markdown)]
    for picture in Picture.all {
      pages.append(Page(path: "pictures/\(picture.name).svg", text: try await svg(of: picture)))
    }
    return pages
  }

  private static func svg(of picture: Picture) async throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "portal-picture-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let options = SessionOptions(home: folder, now: instant, seed: 1)
    let session = try PortalSession.open(options, environment: [:])
    defer { session.close() }
    return try await picture.screen.picture(of: session, title: picture.title).svg
  }

  /// 2026-11-27T09:15:00Z.
  private static let instant = Instant(seconds: 1_795_770_900)

  /// Every picture with its words.
  private static var markdown: String {
    var lines = [
      "# Pictures", "",
      "Drawn by the program itself (`make docs`): frames of the real screens after real keys, in a "
        + "portal as it is at the first start. `portal screenshot` draws others.",
    ]
    for picture in Picture.all {
      lines += [
        "", "## \(picture.title.split(separator: " · ").last ?? "")", "", picture.words, "",
        "![\(picture.words)](pictures/\(picture.name).svg)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
