import PortalTestSupport

/// Shell scripts that start servers themselves, so that they can send signals and hold connections.
enum ServerScripts {
  /// What every script begins with: functions to start a server and to take JSON apart, and the end of
  /// whatever is left running.
  private static let beginning = #"""
    set -u
    realm=/auth/realms/cern
    trap 'kill $(jobs -p) 2>/dev/null' EXIT
    # Starts a server in the background: its number in $pid, its port in $port.
    serve() {
      local said="$HOME/said.$RANDOM"
      mkfifo "$said"
      "$PORTAL" serve --json "$@" > "$said" 2>> "$HOME/err" &
      pid=$!
      read -r line < "$said" || return 1
      port=$(printf %s "$line" | sed -n 's/.*"port":\([0-9]*\).*/\1/p')
    }
    field() { printf '%s\n' "$(sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p")"; }
    # jdoe's answer from the token endpoint, by the sign-in page of the server on a port.
    sign_in() {
      local base="http://localhost:$1$realm" back=http://localhost:3000/callback html ticket
      html=$(curl -s -c "$HOME/jar" -G "$base/protocol/openid-connect/auth" \
        -d client_id=front-end-app -d response_type=code -d scope=openid \
        --data-urlencode "redirect_uri=$back")
      ticket=$(printf %s "$html" | sed -n 's/.*name="ticket" value="\([^"]*\)".*/\1/p')
      code=$(curl -s -i -b "$HOME/jar" -c "$HOME/jar" -H "Origin: http://localhost:$1" \
        -d "ticket=$ticket" -d login=jdoe "$base/login-actions/authenticate" \
        | sed -n 's/.*[?&]code=\([^&[:space:]]*\).*/\1/p')
      tokens=$(curl -s -d client_id=front-end-app -d grant_type=authorization_code \
        -d "code=$code" --data-urlencode "redirect_uri=$back" \
        "$base/protocol/openid-connect/token")
    }

    """#

  /// Runs a script of Bash; what it prints last is what a test looks at.
  static func run(_ script: String, home: ScratchHome) throws -> CommandResult {
    try runCommand(
      "/bin/bash", ["-c", beginning + script],
      environment: portalEnvironment(
        home: home, adding: ["PORTAL": portalPath, "NO_PROXY": "*", "PATH": "/usr/bin:/bin"]),
      patience: .seconds(120))
  }
}
