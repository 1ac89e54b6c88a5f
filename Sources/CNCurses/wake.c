#include <sys/eventfd.h>

#include "CNCurses.h"

// Glibc's Swift module does not show eventfd.
int pcurses_wake_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void pcurses_wake_signal(int descriptor) { eventfd_write(descriptor, 1); }

bool pcurses_wake_take(int descriptor) {
  eventfd_t count;
  return eventfd_read(descriptor, &count) == 0;
}
