import ArgumentParser
import PortalModel

/// How somebody signs in, where it is not the account's usual way.
struct SignInOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The login's level of assurance: any, social, guest, edugain, edugain-sirtfi or cern "
        + "(default: the account's usual one).",
      valueName: "level"),
    transform: Parsing.level)
  var loa: LevelOfAssurance?

  @Flag(
    inversion: .prefixedNo,
    help: "Whether the login uses a second factor (default: whether the account has one).")
  var mfa: Bool?

  /// How this account is taken to sign in.
  func signIn(of identity: Identity) -> SignIn {
    let usual = identity.defaultSignIn
    return SignIn(level: loa ?? usual.level, multifactor: mfa ?? usual.multifactor)
  }
}
