import PortalTestSupport
import Testing

/// Servers as processes of their own: how they begin, stand beside each other, and end.
@Suite struct ServerProcessTests {
  @Test func aStopFinishesWhatIsInFlight() throws {
    let home = try ScratchHome()
    let result = try ServerScripts.run(
      #"""
      serve --port 0
      exec 3<>"/dev/tcp/127.0.0.1/$port"
      printf '%s\r\n' "POST $realm/protocol/openid-connect/token HTTP/1.1" "Host: localhost" \
        "Content-Type: application/x-www-form-urlencoded" "Content-Length: 16" \
        "Expect: 100-continue" "" >&3
      # The server has begun with it: it gives leave to go on.
      read -r first <&3 && read -r blank <&3
      kill -TERM "$pid"
      # Nobody new is let in any more.
      while (exec 4<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
      printf 'grant_type=magic' >&3
      cat <&3
      wait "$pid"; echo; echo "ended $?"
      """#, home: home)
    #expect(result.stdout.hasPrefix("HTTP/1.1 400 Bad Request\r\n"), "\(result)")
    #expect(result.stdout.contains("Unsupported grant_type"))
    #expect(result.stdout.hasSuffix("\nended 0\n"))
  }

  @Test func aStopIsObeyedAtWhateverMomentOfTheStart() throws {
    let home = try ScratchHome()
    // At first while the key is drawn and the port not yet had, later closer to the answer.
    let result = try ServerScripts.run(
      #"""
      # Whether it has become the program, and catches SIGTERM.
      hears() { local caught
        [ "/proc/$pid/exe" -ef "$PORTAL" ] || return 1
        caught=$(sed -n 's/^SigCgt:[[:space:]]*//p' "/proc/$pid/status")
        (( 0x$caught & 0x4000 )); }
      for moment in first 0 50 200 800; do
        "$PORTAL" serve --json --port 0 > "$HOME/said" 2>> "$HOME/err" &
        pid=$!
        until hears || ! kill -0 "$pid"; do :; done
        # A moment is so many turns of nothing.
        [ "$moment" = first ] || for ((turn = 0; turn < moment * 100; turn++)); do :; done
        [ -s "$HOME/said" ] || echo "$moment: still starting"
        kill -TERM "$pid"; wait "$pid"; echo "ended $?"
      done
      """#, home: home)
    let lines = result.stdout.split(separator: "\n")
    #expect(lines.first == "first: still starting", "\(result)")
    #expect(lines.filter { $0.hasPrefix("ended") } == Array(repeating: "ended 0", count: 5))
  }

  @Test func serversOnOneHomeAnswerAlike() throws {
    let home = try ScratchHome()
    let result = try ServerScripts.run(
      #"""
      serve --port 0; one=$port
      serve --port 0; two=$port
      sign_in "$one"
      access=$(printf %s "$tokens" | field access_token)
      ask() { curl -s -o /dev/null -w '%{http_code} ' -H "Authorization: Bearer $access" \
        "http://localhost:$1$realm/protocol/openid-connect/userinfo"; }
      ask "$one"; ask "$two"
      # Revoked at one server, it is good at none; the refresh token still is, at the other.
      curl -s -d client_id=front-end-app -d "token=$access" \
        "http://localhost:$one$realm/protocol/openid-connect/revoke"
      ask "$one"; ask "$two"
      refresh=$(printf %s "$tokens" | field refresh_token)
      curl -s -o /dev/null -w '%{http_code} ' -d client_id=front-end-app \
        -d grant_type=refresh_token -d "refresh_token=$refresh" \
        "http://localhost:$two$realm/protocol/openid-connect/token"
      curl -s -d client_id=front-end-app -d "refresh_token=$refresh" \
        "http://localhost:$two$realm/protocol/openid-connect/logout"
      curl -s -d client_id=front-end-app -d grant_type=refresh_token \
        -d "refresh_token=$refresh" "http://localhost:$one$realm/protocol/openid-connect/token"
      """#, home: home)
    #expect(
      result.stdout.hasPrefix("200 200 401 401 200 {\"error\":\"invalid_grant\""), "\(result)")
    #expect(result.stdout.contains("Session not active"))
  }

  @Test func aTakenPortIsSaid() throws {
    let home = try ScratchHome()
    let result = try ServerScripts.run(
      #"""
      serve --port 0
      "$PORTAL" serve --port "$port" 2>&1; echo "ended $?"
      """#, home: home)
    #expect(result.stdout.contains("already, perhaps another portal"), "\(result)")
    #expect(result.stdout.contains("portal serve --port NUMBER"))
    #expect(result.stdout.hasSuffix("ended 3\n"))
  }

  @Test func beyondThisMachineWithACertificateOrBeingToldTo() throws {
    let home = try ScratchHome()
    let result = try ServerScripts.run(
      #"""
      openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
        -addext subjectAltName=DNS:localhost -keyout "$HOME/key.pem" -out "$HOME/cert.pem" \
        2>/dev/null
      serve --host 0.0.0.0 --port 0 --cert "$HOME/cert.pem" --key "$HOME/key.pem"
      curl -s --cacert "$HOME/cert.pem" "https://localhost:$port$realm" | field realm
      curl -s "https://localhost:$port$realm"; echo "unknown certificate $?"
      printf '%s' "$line" | grep -o 'asks for no password'
      serve --host 0.0.0.0 --port 0 --insecure
      printf '%s' "$line" | grep -o 'nothing is encrypted'
      curl -s -o /dev/null -w '%{http_code}\n' "http://127.0.0.1:$port$realm"
      # The certificate's file in the place of the key's.
      "$PORTAL" serve --port 0 --cert "$HOME/cert.pem" --key "$HOME/cert.pem" 2>&1
      echo "ended $?"
      """#, home: home)
    let lines = result.stdout.split(separator: "\n").map(String.init)
    #expect(lines.count == 7, "\(result)")
    #expect(
      lines.prefix(5)
        == [
          "cern", "unknown certificate 60", "asks for no password", "nothing is encrypted", "200",
        ][...])
    #expect(lines.dropFirst(5).first?.contains("cannot be used for TLS") == true)
    #expect(lines.last == "ended 3")
  }
}
