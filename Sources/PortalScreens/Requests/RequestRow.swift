import PortalModel
import TerminalKit

/// One row of 2 Requests.
enum RequestRow: Hashable, Encodable, Sendable {
  /// A round of a token exchange permission.
  case round(PermissionRow)
  /// An application offered to a new owner.
  case offer(OwnershipOffer)

  /// The round; `nil` for an offer.
  var round: PermissionRow? { if case .round(let row) = self { row } else { nil } }

  /// The offer; `nil` for a round.
  var offer: OwnershipOffer? { if case .offer(let offer) = self { offer } else { nil } }

  /// What the row stands for, whatever has become of it.
  var thing: Marks.Thing {
    switch self {
    case .round(let row): .direction(row.permission.direction)
    case .offer(let offer): .application(offer.application)
    }
  }
}

extension RequestsScreen {
  /// What is done to an offer of ownership under the cursor, by the keys that decide requests.
  func answer(_ action: ActionID, _ offer: OwnershipOffer, _ context: ScreenContext) -> [Step]? {
    func perform(_ command: PortalCommand) -> [Step] {
      [.effect(.perform(command, as: context.acting.id))]
    }
    switch action {
    case .approve: return perform(.acceptOwnership(offer.application))
    case .reject: return perform(.declineOwnership(offer.application))
    case .withdraw: return perform(.withdrawOwnership(offer.application))
    case .requestDetails: return ApplicationScreen.open(offer.application)
    case .mail:
      return [
        .open(.text(TextDialog(title: "Ownership of \(offer.application)", lines: offer.mailLines)))
      ]
    default: return nil
    }
  }

  /// Why something cannot be done to an offer; `nil` where the row is none.
  func offerAvailability(_ action: ActionID, _ person: IdentityIdentifier) -> Availability? {
    guard let offer = selected?.row.offer else { return nil }
    switch action {
    case .approve, .reject:
      return offer.to == person
        ? .possible
        : .impossible(
          "Only \(offer.to) can accept or decline; "
            + "\(keyName(.actAs)) lets you act as \(offer.to)")
    case .withdraw:
      return selected?.part == .sent
        ? .possible
        : .impossible(
          "Only the side of \(offer.by) takes the offer back; "
            + "\(keyName(.reject)) declines it")
    case .requestExchange:
      return .impossible("An offer of ownership is answered; it is not a request for a permission")
    case .requestHistory:
      return .impossible("An offer of ownership is answered once: it has no history")
    default: return .possible
    }
  }
}

extension RequestsScreen {
  /// Whether what was decided can be asked for again; `nil` for other actions.
  func askingAvailability(_ action: ActionID) -> Availability? {
    guard action == .requestExchange else { return nil }
    guard let row = selected?.row.round else {
      return .impossible(
        "There is nothing here to ask for again; the first time one asks from an application's "
          + "permissions (\(keyName(.permissions)))")
    }
    switch row.permission.state {
    case .rejected, .withdrawn, .revoked: return .possible
    case .pending, .granted:
      return .impossible(
        "It is \(row.permission.state.label): only what was rejected, withdrawn or revoked is asked "
          + "for again")
    }
  }
}

extension OwnershipOffer {
  /// The e-mail that would have been sent (invented).
  fileprivate var mailLines: [StyledLine] {
    [
      StyledLine("From:    Application Portal <noreply@cern.ch>"),
      StyledLine("To:      \(to)"),
      StyledLine("Date:    \(at.dateAndTime) UTC"),
      StyledLine("Subject: \(by) offers you the application \(application)"), StyledLine(),
      StyledLine("\(by) wants to hand the application \(application) over to you."),
      StyledLine("As its owner you decide who may exchange tokens toward it, and its roles."),
      StyledLine("You can accept or decline it under Requests. Until then nothing changes."),
      StyledLine(), StyledLine("The Application Portal"), StyledLine(),
      StyledLine("Nothing was sent: no mail leaves this program.", .dim),
    ]
  }
}
