import Foundation
import PortalTestSupport
import Testing

/// Every story once, right and wrong, with the most talkative log there is: nothing that opens a door
/// is said, logged or kept with a request.
@Suite struct SecrecyTests {
  @Test func noSecretIsSaidLoggedOrKeptWithARequest() throws {
    let home = try ScratchHome()
    let result = try ServerScripts.run(Self.stories, home: home)
    let secrets = result.stdout.split(separator: "\n").map(String.init)
    #expect(Set(secrets).count == 19, "\(result)")
    #expect(secrets.allSatisfy { $0.count >= 6 }, "\(secrets)")
    let said = try String(contentsOfFile: home.path + "/err", encoding: .utf8)
    // It did talk, and of these requests.
    #expect(said.contains("trace") && said.contains("debug"), "\(said)")
    let log = try runPortal(["log", "--json", "--limit", "500"], home: home)
    let table = try runPortal(["log", "--limit", "500"], home: home)
    #expect(log.stdout.contains("unauthorized_client") && table.stdout.contains("401"))
    for secret in secrets {
      for (place, text) in [("the log", said), ("rows", log.stdout), ("the table", table.stdout)] {
        #expect(!text.contains(secret), "\(place) has \(secret)")
      }
    }
    // On disk there are the clients' own secrets, and nothing that was sent or given out.
    let given = secrets.filter { $0 != "SECRET" }
    for name in try FileManager.default.contentsOfDirectory(atPath: home.portal) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(home.portal)/\(name)"))
      for secret in given {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name) has \(secret)")
      }
    }
  }

  /// Prints each secret on a line of its own.
  private static let stories = #"""
    export PORTAL_LOG=trace
    serve --port 0
    base="http://localhost:$port$realm"; end="$base/protocol/openid-connect"
    post() { curl -s "$@"; echo; }
    sign_in "$port"
    access=$(printf %s "$tokens" | field access_token)
    refresh=$(printf %s "$tokens" | field refresh_token)
    cookie=$(sed -n 's/.*KEYCLOAK_IDENTITY[[:space:]]*//p' "$HOME/jar")
    printf '%s\n' "$code" "$access" "$refresh" "$cookie"
    printf %s "$tokens" | field id_token
    # The page's command, with the real secret and a wrong one, in the form and in a header.
    exchange=(--data-urlencode grant_type=urn:ietf:params:oauth:grant-type:token-exchange
      -d "subject_token=$access" -d audience=target-client)
    given=$(post "${exchange[@]}" -d client_id=starting-client -d client_secret=SECRET "$end/token")
    printf %s "$given" | field access_token
    exchanged=$(printf %s "$given" | field refresh_token); echo "$exchanged"
    post "${exchange[@]}" -d client_id=starting-client -d client_secret=wrong-5523 "$end/token" \
      > /dev/null
    post "${exchange[@]}" -u starting-client:basic-8812 "$end/token" > /dev/null
    printf '%s\n' SECRET wrong-5523 basic-8812
    printf %s starting-client:basic-8812 | base64
    # Things that are none, sent in every place where they could be taken for something to tell of.
    post -d client_id=front-end-app -d grant_type=authorization_code -d code=code-9912 "$end/token" \
      > /dev/null
    post -d client_id=front-end-app -d grant_type=refresh_token -d refresh_token=refresh-7351 \
      "$end/token" > /dev/null
    post -d client_id=front-end-app -d grant_type=password -d username=jdoe -d password=hunter2-44 \
      "$end/token" > /dev/null
    post -d 'client_secret=broken-1203&%zz=1' "$end/token" > /dev/null
    post "$end/token?client_secret=query-3391" > /dev/null
    post -H "Authorization: Bearer bearer-6620" "$end/userinfo" > /dev/null
    post -H "Authorization: Bearer bearer-6621" "http://localhost:$port/apps/back-end-api/whoami" \
      > /dev/null
    printf '%s\n' code-9912 refresh-7351 hunter2-44 broken-1203 query-3391 bearer-6620 bearer-6621
    # A device, and the ends of all this.
    post -d client_id=starting-client -d client_secret=SECRET "$end/auth/device" | field device_code
    post -d client_id=starting-client -d client_secret=SECRET -d "token=$access" \
      "$end/token/introspect" > /dev/null
    post -d client_id=front-end-app -d "token=$access" "$end/revoke" > /dev/null
    post -d client_id=front-end-app -d "refresh_token=$refresh" "$end/logout" > /dev/null
    kill "$pid"; wait "$pid"
    """#
}
