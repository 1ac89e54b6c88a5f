import PortalModel
import PortalStore
import PortalTestSupport

/// Stays in the midst of writing a change of the story's portal: says so, and ends it when told.
struct HoldingProbe {
  let portal: PortalDatabase

  func run() throws {
    // The secret is drawn inside the transaction.
    let secrets = SecretSource { id in
      ProbeProgram.say("writing")
      _ = readLine()
      return "\(id.text)-held"
    }
    try portal.perform(
      .regenerateSecret(Story.backEnd), as: Actor(identity: Story.bob, login: "hold"),
      at: Story.start, secrets: secrets)
    ProbeProgram.say("written")
  }
}
