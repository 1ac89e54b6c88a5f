#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "CNCurses.h"
#include "internal.h"

static SCREEN *screen;
static WINDOW *input_pad;
static FILE *input_file;
static FILE *output_file;
static struct restore_plan plan;
static bool mouse_wanted;

WINDOW *input_window(void) { return input_pad; }

int pcurses_set_locale(void) {
  // Only the character set: numbers and dates of the process stay as they are.
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) {
    return PCURSES_LOCALE_ENVIRONMENT;
  }
  return setlocale(LC_CTYPE, "C.UTF-8") ? PCURSES_LOCALE_FALLBACK : PCURSES_LOCALE_NONE;
}

int pcurses_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static void close_files(void) {
  if (input_file != NULL) fclose(input_file);
  if (output_file != NULL) fclose(output_file);
  input_file = output_file = NULL;
}

// Ctrl-C and Ctrl-Z are keys; Ctrl-\ stays a signal, the way out of a loop that hangs.
static void set_modes(int input) {
  raw();
  noecho();
  nonl();
  struct termios attributes;
  if (tcgetattr(input, &attributes) == 0) {
    attributes.c_lflag |= ISIG;
    attributes.c_cc[VINTR] = _POSIX_VDISABLE;
    attributes.c_cc[VSUSP] = _POSIX_VDISABLE;
    tcsetattr(input, TCSADRAIN, &attributes);
    def_prog_mode();
  }
  set_escdelay(25);
  input_pad = newpad(1, 1);
  keypad(input_pad, TRUE);
  nodelay(input_pad, TRUE);
  scrollok(stdscr, FALSE);
  // Mouse reports are read here in SGR form whatever terminfo thinks of them.
  define_key(NULL, KEY_MOUSE);
}

int pcurses_start(int input, int output) {
  if (screen != NULL) return PCURSES_FAILED;
  if (!isatty(input) || !isatty(output)) return PCURSES_NOT_A_TERMINAL;
  int status = terminal_check(output);
  if (status != PCURSES_OK) return status;
  plan.descriptor = output;
  if (tcgetattr(output, &plan.attributes) != 0) return PCURSES_NOT_A_TERMINAL;

  int input_copy = fcntl(input, F_DUPFD_CLOEXEC, 3);
  int output_copy = fcntl(output, F_DUPFD_CLOEXEC, 3);
  input_file = input_copy < 0 ? NULL : fdopen(input_copy, "r");
  output_file = output_copy < 0 ? NULL : fdopen(output_copy, "w");
  if (input_file == NULL || output_file == NULL) {
    close_files();
    return PCURSES_FAILED;
  }
  screen = newterm(NULL, output_file, input_file);
  if (screen == NULL) {
    close_files();
    return PCURSES_FAILED;
  }
  plan.descriptor = fileno(output_file);
  terminal_plan(&plan);
  signals_arm(&plan);
  // After newterm, which brings handlers of its own.
  signals_install();
  set_modes(input);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  int rows, columns;
  if (pcurses_kernel_size(&rows, &columns)) resizeterm(rows, columns);
  curs_set(1);
  pcurses_write(PASTE_ON, sizeof PASTE_ON - 1);
  return PCURSES_OK;
}

void pcurses_end(void) {
  if (screen == NULL) return;
  pcurses_suspend();
  tcsetattr(plan.descriptor, TCSADRAIN, &plan.attributes);
  signals_remove();
  delscreen(screen);
  screen = NULL;
  mouse_wanted = false;
  close_files();
}

void pcurses_suspend(void) {
  if (screen == NULL || isendwin()) return;
  pcurses_write(MOUSE_OFF PASTE_OFF, sizeof MOUSE_OFF PASTE_OFF - 1);
  endwin();
  signals_rest();
}

void pcurses_resume(void) {
  if (screen == NULL || !isendwin()) return;
  signals_arm(&plan);
  pcurses_repaint();
  // The first refresh after endwin puts modes and alternate screen back.
  wnoutrefresh(stdscr);
  doupdate();
  pcurses_write(PASTE_ON, sizeof PASTE_ON - 1);
  if (mouse_wanted) pcurses_write(MOUSE_ON, sizeof MOUSE_ON - 1);
}

void pcurses_set_mouse(bool enabled) {
  if (screen == NULL || enabled == mouse_wanted) return;
  mouse_wanted = enabled;
  const char *bytes = enabled ? MOUSE_ON : MOUSE_OFF;
  pcurses_write(bytes, strlen(bytes));
}

bool pcurses_kernel_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(plan.descriptor, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}

void pcurses_resize(int rows, int columns) {
  if (screen == NULL) return;
  resizeterm(rows, columns);
  werase(stdscr);
  pcurses_repaint();
}

void pcurses_repaint(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}

bool pcurses_input_waits(void) {
  int count = 0;
  return screen != NULL && ioctl(fileno(input_file), FIONREAD, &count) == 0 && count > 0;
}

int pcurses_colours(void) { return screen != NULL && has_colors() ? COLORS : 0; }

bool pcurses_write(const char *bytes, size_t length) {
  if (screen == NULL) return false;
  size_t sent = 0;
  while (sent < length) {
    ssize_t count = write(plan.descriptor, bytes + sent, length - sent);
    if (count > 0) {
      sent += (size_t)count;
    } else if (count < 0 && errno == EAGAIN) {
      struct pollfd wait = {.fd = plan.descriptor, .events = POLLOUT};
      if (poll(&wait, 1, 1000) == 0) return false;
    } else if (count < 0 && errno != EINTR) {
      return false;
    }
  }
  return sent == length;
}
