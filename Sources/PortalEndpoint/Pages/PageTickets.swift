import PortalModel
import Synchronization

/// Which pages with a form have been handed out, so that a post is known to come from one of them
/// and from the browser that was given it.
///
/// A ticket is good once and for 30 minutes (the user login timeout, `portal.md` §5.6). A server that
/// was started anew knows no older page: it says that the page has expired, as the real service does.
final class PageTickets: Sendable {
  /// What a page was handed out for.
  struct Ticket: Hashable, Sendable {
    /// The browser, by its cookie.
    var browser: String
    /// The parameters of the request that led to the page: a post cannot change them.
    var parameters: [Repair.Parameter]
    /// When it was handed out.
    var at: Instant
  }

  private let tickets = Mutex<[String: Ticket]>([:])

  /// The most pages that are remembered; the oldest go first.
  static let most = 4096
  /// Seconds for which a page is good.
  static let lifetime: Int64 = 1800

  /// How many pages are remembered.
  var count: Int { tickets.withLock(\.count) }

  /// Remembers a page, and gives the text that its form carries.
  func issue(to browser: String, _ parameters: [Repair.Parameter], at now: Instant) -> String {
    let token = Self.random()
    tickets.withLock { tickets in
      if tickets.count >= Self.most { Self.thin(&tickets, at: now) }
      tickets[token] = Ticket(browser: browser, parameters: parameters, at: now)
    }
    return token
  }

  /// Takes a page's ticket back; `nil` where there is none, or it is another browser's, or too old.
  func redeem(_ token: String?, from browser: String?, at now: Instant) -> Ticket? {
    guard let token, let browser else { return nil }
    return tickets.withLock { tickets in
      guard let ticket = tickets[token], ticket.browser == browser else { return nil }
      tickets[token] = nil
      return now.seconds - ticket.at.seconds <= Self.lifetime ? ticket : nil
    }
  }

  private static func thin(_ tickets: inout [String: Ticket], at now: Instant) {
    tickets = tickets.filter { now.seconds - $0.value.at.seconds <= lifetime }
    guard tickets.count >= most else { return }
    for old in tickets.sorted(by: { $0.value.at < $1.value.at }).prefix(most / 4) {
      tickets[old.key] = nil
    }
  }

  /// 128 bits that nobody can guess.
  static func random() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
