import PortalEndpoint
import PortalModel
import PortalScreens
import PortalStore
import PortalTokens

extension PortalClient {
  /// The client that asks the database and the token service of a session.
  static func live(_ session: PortalSession, _ endpoint: EndpointSwitch) -> PortalClient {
    let database = session.database
    return PortalClient(
      applications: { query in try inWords { try database.page(query) } },
      application: { id in
        try inWords {
          var detail = try database.application(id).map(ApplicationDetail.init)
          detail?.offer = try database.ownershipOffer(of: id)
          return detail
        }
      },
      permissions: { id in try inWords { try database.lists(of: id) } },
      history: { direction in try inWords { try database.history(of: direction) } },
      requests: { person in try inWords { try database.lists(for: person) } },
      waiting: { person in try inWords { try database.waitingCount(for: person) } },
      isManager: { id, person in
        try inWords {
          try database.read { facts in
            guard let application = try facts.application(id) else { return false }
            return try manages(person, application, facts: facts)
          }
        }
      },
      pick: { query in try inWords { try database.rows(query) } },
      collision: { text in
        try inWords {
          try database.read { facts in try PortalModel.collision(of: text, facts: facts) }
        }
      },
      identity: { id in try inWords { try database.identity(id) } },
      secret: { id, person in try inWords { try database.secret(of: id, for: person) } },
      metadata: { source in try metadata(source) },
      people: PeopleClient.live(database).inWords, map: MapClient.live(database).inWords,
      holders: { query in try inWords { try database.holders(query) } },
      preview: { command, person in
        try inWords { try database.preview(command, as: person, at: session.now) }
      },
      request: { direction in try inWords { try database.request(direction) } },
      perform: { command, person in
        try inWords {
          try session.perform(command, as: person, entrance: "screens")
          return try database.note(on: command)
        }
      },
      exchange: { query in
        do { return try await session.outcome(of: query) } catch { throw worded(error) }
      },
      activity: ActivityClient(
        rows: { query in
          try inWords {
            try database.activity(query.filter, from: query.place, limit: query.limit)
          }
        },
        changes: { entry in try inWords { try database.changes(of: entry) } },
        preview: { entry in try inWords { try database.previewReturn(to: entry) } },
        rewind: { rewind, person in
          try inWords { try session.carryOut(rewind, as: person).note }
        }),
      serve: { isOn, port in
        do { return try await endpoint.turn(isOn, elsewhere: port) } catch { throw worded(error) }
      },
      story: {
        try inWords {
          try database.read { facts in
            try StoryProgress(
              application: { try facts.application($0) }, identity: { try facts.identity($0) },
              newest: { try facts.permission($0) })
          }
        }
      })
  }

  /// Runs a body whose errors become sentences; refusals stay what they are.
  fileprivate static func inWords<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch { throw worded(error) }
  }

  private static func worded(_ error: any Error) -> any Error {
    switch error {
    case let error as StoreError: PortalFailure(Explanation(sentence: error.sentence))
    case let error as EndpointError: PortalFailure(Explanation(sentence: error.sentence))
    case let error as TokenError: PortalFailure(Explanation(sentence: error.sentence))
    default: error
    }
  }
}

extension MapClient {
  /// The same client, whose errors are sentences.
  fileprivate var inWords: MapClient {
    MapClient(
      matrix: { query in try PortalClient.inWords { try matrix(query) } },
      paths: { id in try PortalClient.inWords { try paths(id) } })
  }
}

extension PeopleClient {
  /// The same client, whose errors are sentences.
  fileprivate var inWords: PeopleClient {
    PeopleClient(
      list: { query in try PortalClient.inWords { try list(query) } },
      person: { id in try PortalClient.inWords { try person(id) } },
      roles: { query in try PortalClient.inWords { try roles(query) } },
      group: { id in try PortalClient.inWords { try group(id) } },
      members: { query in try PortalClient.inWords { try members(query) } },
      groupRoles: { query in try PortalClient.inWords { try groupRoles(query) } })
  }
}

extension Explanation {
  /// Cuts a text of sentences: the first says what happened, the rest what to do.
  init(sentence: String) {
    self.init(what: sentence, why: "", next: "")
  }
}
