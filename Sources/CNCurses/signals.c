#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "CNCurses.h"
#include "internal.h"

// Signals that end the program at once, and those that become events of the loop.
static const int fatal_signals[] = {SIGTRAP, SIGILL, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
static const int event_signals[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
enum {
  FATAL_COUNT = sizeof fatal_signals / sizeof fatal_signals[0],
  EVENT_COUNT = sizeof event_signals / sizeof event_signals[0],
};

static struct restore_plan plan;
static volatile sig_atomic_t armed;
static volatile sig_atomic_t terminations;
static struct sigaction previous[NSIG];
static bool installed;
static int signal_pipe[2] = {-1, -1};
static char alternate_stack[64 * 1024];

// Async-signal-safe: tcsetattr and write are on POSIX's list.
static void restore_terminal(void) {
  if (!armed) return;
  armed = 0;
  tcsetattr(plan.descriptor, TCSANOW, &plan.attributes);
  size_t sent = 0;
  while (sent < plan.length) {
    ssize_t count = write(plan.descriptor, plan.bytes + sent, plan.length - sent);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    sent += (size_t)count;
  }
}

// Whoever handled the signal before handles it now: the default, or Swift's backtracer.
// The signal is blocked while its handler runs, so it arrives when the handler returns.
static void pass_on(int number) {
  sigaction(number, &previous[number], NULL);
  raise(number);
}

static void on_fatal_signal(int number) {
  int saved = errno;
  restore_terminal();
  pass_on(number);
  errno = saved;
}

static void on_event_signal(int number) {
  int saved = errno;
  if (number == SIGTERM && terminations++ > 0) {
    restore_terminal();
    signal(number, SIG_DFL);
    raise(number);
  } else {
    unsigned char byte = (unsigned char)number;
    // A full pipe means that the loop has enough to wake up for.
    ssize_t ignored = write(signal_pipe[1], &byte, 1);
    (void)ignored;
  }
  errno = saved;
}

void signals_arm(const struct restore_plan *new_plan) {
  armed = 0;
  plan = *new_plan;
  armed = 1;
}

void signals_rest(void) { armed = 0; }

static bool open_pipe(void) {
  static bool exit_registered;
  if (!exit_registered) exit_registered = atexit(restore_terminal) == 0;
  return signal_pipe[0] >= 0 || pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) == 0;
}

static void install(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigfillset(&action.sa_mask);
  sigaction(number, &action, &previous[number]);
}

// A stack of its own, so that running out of stack is survived long enough to restore.
static void provide_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
  stack_t ours = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&ours, NULL);
}

bool signals_install(void) {
  if (installed) return true;
  if (!open_pipe()) return false;
  while (pcurses_next_signal() != 0) {
  }
  terminations = 0;
  provide_stack();
  for (int i = 0; i < FATAL_COUNT; i++) install(fatal_signals[i], on_fatal_signal, SA_ONSTACK);
  for (int i = 0; i < EVENT_COUNT; i++) install(event_signals[i], on_event_signal, SA_RESTART);
  installed = true;
  return true;
}

void signals_remove(void) {
  if (!installed) return;
  for (int i = 0; i < FATAL_COUNT; i++) {
    sigaction(fatal_signals[i], &previous[fatal_signals[i]], NULL);
  }
  for (int i = 0; i < EVENT_COUNT; i++) {
    sigaction(event_signals[i], &previous[event_signals[i]], NULL);
  }
  installed = false;
}

int pcurses_signal_descriptor(void) { return signal_pipe[0]; }

int pcurses_next_signal(void) {
  unsigned char byte;
  return read(signal_pipe[0], &byte, 1) == 1 ? byte : 0;
}

// Stops this process and returns once it is continued. The signal goes to this very thread,
// unblocked (workers of Dispatch block it), so that nothing here runs on before the stop.
static void stop_here(void) {
  sigset_t only, before;
  sigemptyset(&only);
  sigaddset(&only, SIGTSTP);
  signal(SIGTSTP, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &only, &before);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void pcurses_stop(bool whole_group) {
  pcurses_suspend();
  struct sigaction ignored, stopping, continuing;
  memset(&ignored, 0, sizeof ignored);
  ignored.sa_handler = SIG_IGN;
  sigaction(SIGTSTP, &ignored, &stopping);
  // Ignoring it does not keep SIGCONT from continuing a process.
  sigaction(SIGCONT, &ignored, &continuing);
  if (whole_group) kill(0, SIGTSTP);
  stop_here();
  // Running again: SIGCONT came, or the job has no shell that could continue it.
  sigaction(SIGTSTP, &stopping, NULL);
  sigaction(SIGCONT, &continuing, NULL);
  pcurses_resume();
}
