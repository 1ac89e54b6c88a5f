import PortalModel
import Testing

@Suite struct NearestWordsTests {
  static let words = ["profile", "email", "offline_access", "phone", "ab"]

  @Test(arguments: [
    ("emial", ["email"]), ("Profle", ["profile"]), ("phon", ["phone"]), ("a", ["ab"]),
    ("something", []), ("", []), ("offline_acess", ["offline_access"]),
  ])
  func `what is a slip away is found`(text: String, near: [String]) {
    #expect(nearestWords(to: text, among: Self.words) == near)
  }

  @Test func `the nearest comes first, and no more than asked for`() {
    let words = ["readers", "reader", "raeder", "leader"]
    #expect(nearestWords(to: "reader", among: words, limit: 2) == ["reader", "readers"])
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("abc", "abd", 1), ("abc", "acb", 1), ("abc", "xabc", 1),
    ("kitten", "sitting", 3),
  ])
  func `letters are counted as typists slip`(left: String, right: String, count: Int) {
    #expect(editDistance(Array(left), Array(right)) == count)
  }
}
