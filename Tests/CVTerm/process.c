#define _GNU_SOURCE
#include "CVTerm.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/pidfd.h>

static void set_streams(posix_spawn_file_actions_t *actions, const cvterm_streams *streams) {
  if (streams->terminal) {
    // After setsid, the first terminal that is opened becomes the controlling one.
    posix_spawn_file_actions_addopen(actions, 0, streams->terminal, O_RDWR, 0);
    posix_spawn_file_actions_adddup2(actions, 0, 1);
    posix_spawn_file_actions_adddup2(actions, 0, 2);
  } else {
    posix_spawn_file_actions_adddup2(actions, streams->input, 0);
    posix_spawn_file_actions_adddup2(actions, streams->output, 1);
    posix_spawn_file_actions_adddup2(actions, streams->errors, 2);
  }
  // Nothing else of the test runner, which may hold the terminals of other tests, is inherited.
  if (streams->ninth >= 0) {
    posix_spawn_file_actions_adddup2(actions, streams->ninth, 9);
    for (int descriptor = 3; descriptor < 9; descriptor++)
      posix_spawn_file_actions_addclose(actions, descriptor);
  }
  posix_spawn_file_actions_addclosefrom_np(actions, streams->ninth >= 0 ? 10 : 3);
}

int cvterm_spawn(
    const char *path, char *const arguments[], char *const environment[],
    const cvterm_streams *streams, int *process) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  set_streams(&actions, streams);

  // The runner may ignore or block signals, and that would be inherited.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);

  pid_t child = 0;
  int error = posix_spawn(&child, path, &actions, &attributes, arguments, environment);
  *process = child;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

int cvterm_open_process(int process) { return pidfd_open(process, 0); }
