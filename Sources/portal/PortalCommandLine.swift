import ArgumentParser
import Glibc

/// The program: without a command it opens the screens.
@main
struct PortalCommandLine: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portal",
    abstract: "A simulator of CERN's application portal and its token exchange.",
    discussion: """
      Without a command, the screens open. Everything that they do can be done by command too, as the \
      person of --as: there are no passwords, say who you are. "portal help COMMAND VERB" explains one, \
      with an example; "portal help screens" names what the screens take: --plain (line by line, for \
      screen readers and scripts), --theme, --ascii, --fresh.

      A situation of your own, from nothing:
        portal scenario load empty
        portal person add carol --given-name Carol --as carol
        portal app add my-app --name Mine --home-page https://my.org --as carol
        portal registration add my-app --redirect https://my.org/* --as carol
        portal role add reader --app my-app --name Reader --as carol
        portal group add readers --name Readers --as carol
        portal group join readers --user carol --as carol
        portal role link reader --app my-app --group readers --as carol
        portal permission request --from my-app --to other-app --as carol
        portal exchange --user carol --from my-app --to other-app

      Completion of words: portal --generate-completion-script bash (or zsh, fish).
      """,
    version: "0.1.0",
    subcommands: [
      ExchangeCommand.self, PermissionCommand.self, ApplicationCommand.self,
      RegistrationCommand.self, RequestCommand.self,
      RoleCommand.self, PersonCommand.self, GroupCommand.self, WhyCommand.self, LogCommand.self,
      UndoCommand.self, RedoCommand.self, ReturnCommand.self,
      ServeCommand.self, ScenarioCommand.self, ResetCommand.self, ConfigCommand.self,
      ScreenshotCommand.self,
      DoctorCommand.self, BackupCommand.self, RestoreCommand.self, CompactCommand.self,
      ScreensCommand.self,
      TokenCommand.self,
      DocsCommand.self,
    ],
    defaultSubcommand: ScreensCommand.self)

  @OptionGroup var options: GlobalOptions

  /// Ends with exit codes of our own; a reader of our output that has gone does not end us.
  @MainActor
  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    occupyStandardDescriptors()
    let invocation = Invocation(
      arguments: Array(CommandLine.arguments.dropFirst()), surroundings: .process())
    // No other thread has to be started before the first screen stands.
    if invocation.arguments.isEmpty, invocation.surroundings.environment["ACCESSIBLE"] != "1" {
      Glibc.exit(invocation.openScreens().rawValue)
    }
    Glibc.exit(await invocation.run().rawValue)
  }

  /// Where standard input or output was closed, a file of ours would take its number, and what is
  /// printed would end up in it.
  private static func occupyStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }
}
