import PortalModel

/// Carries effects out by way of a client and turns what comes of them into actions.
///
/// Effects on the terminal itself are the event loop's and give no action here.
public struct EffectRunner: Sendable {
  /// How the portal is reached.
  public var client: PortalClient

  /// Makes a runner.
  public init(client: PortalClient) { self.client = client }

  /// Carries out an effect that does not wait; `nil` where it is not one.
  public func runNow(_ effect: Effect) -> Action? {
    switch effect {
    case .load(let load):
      do { return .loaded(try run(load)) } catch { return .failed(failure(error)) }
    case .perform(let command, let actor):
      return .performed(command, as: actor, outcome: outcome { try client.perform(command, actor) })
    case .rewind(let rewind, let actor):
      return .rewound(rewind, outcome: outcome(of: rewind, as: actor))
    case .performAll(let steps):
      return .repaired(
        outcome: outcome {
          var note = PerformedNote()
          for step in steps { note = try client.perform(step.command, step.by) }
          return note
        })
    case .exchange, .serve, .copy, .mouse, .theme, .cancel, .quit: return nil
    }
  }

  /// Carries out an effect; `nil` where it is the event loop's.
  public func run(_ effect: Effect) async -> Action? {
    if case .serve(let isOn, let port) = effect { return await serve(isOn, port) }
    guard case .exchange(let query, let generation) = effect else { return runNow(effect) }
    do {
      return .exchanged(.success(try await client.exchange(query)), generation: generation)
    } catch {
      return .exchanged(.failure(failure(error)), generation: generation)
    }
  }

  private func serve(_ isOn: Bool, _ port: Int?) async -> Action {
    do { return .served(.success(try await client.serve(isOn, port))) } catch {
      return .served(.failure(failure(error)))
    }
  }

  private func run(_ load: Load) throws -> Loaded {
    switch load {
    case .applications(let query, let generation):
      .applications(try client.applications(query), query, generation: generation)
    case .application(let id): .application(id, try client.application(id))
    case .permissions(let id): .permissions(id, try client.permissions(id))
    case .history(let direction): .history(direction, try client.history(direction))
    case .requests(let person): .requests(person, try client.requests(person))
    case .waiting(let person): .waiting(person, try client.waiting(person))
    case .managing(let id, let person): .managing(id, by: person, try client.isManager(id, person))
    case .pick(let query, let generation):
      .pick(try client.pick(query), generation: generation)
    case .collision(let text, let generation):
      .collision(text, try client.collision(text), generation: generation)
    case .identity(let id, let purpose):
      .identity(id, try client.identity(id), purpose)
    case .people(let load): .people(try client.people.run(load))
    case .map(let load): .map(try client.map.run(load))
    case .holders(let query, let generation):
      .holders(try client.holders(query), query, generation: generation)
    case .preview(let command, let person):
      .preview(command, try client.preview(command, person))
    case .outlook(let direction, let person):
      .outlook(direction, try client.outlook(on: direction, by: person))
    case .request(let direction, let purpose):
      .request(try client.request(direction), purpose)
    case .activity(let query, let generation):
      .activity(try client.activity.rows(query), query, generation: generation)
    case .entryChanges(let row, let entry):
      .entryChanges(row, try client.activity.changes(entry))
    case .returnPreview(let entry): .returnPreview(entry, try client.activity.preview(entry))
    case .metadata(let source, let generation):
      .metadata(try client.reading(of: source), generation: generation)
    case .story: .story(try client.story())
    case .secret(let id, let person): .secret(id, try client.secret(id, person))
    }
  }

  private func outcome(_ body: () throws -> PerformedNote) -> Action.Outcome {
    do {
      return .done(try body())
    } catch let refusal as Refusal {
      return .refused(refusal)
    } catch {
      return .failed(failure(error))
    }
  }

  private func outcome(
    of rewind: Rewind, as actor: IdentityIdentifier
  ) -> Action.RewindOutcome {
    do {
      return .done(try client.activity.rewind(rewind, actor))
    } catch let refusal as Refusal {
      return .refused(refusal)
    } catch {
      return .failed(failure(error))
    }
  }

  private func failure(_ error: any Error) -> PortalFailure {
    if let failure = error as? PortalFailure { return failure }
    if let refusal = error as? Refusal { return PortalFailure(refusal) }
    return PortalFailure(
      Explanation(
        what: "The portal could not be read.", why: "\(error)",
        next: "Try again; run the program with --verbose if it stays so."))
  }
}
