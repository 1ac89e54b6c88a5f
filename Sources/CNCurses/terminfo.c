// Apart from the rest and with our headers first, because term.h defines words such as
// `columns` as macros.
#define _GNU_SOURCE
#include "CNCurses.h"
#include "internal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

// Adds a terminfo string to the plan, without the padding that `tputs` would turn to delays.
static void plan_add(struct restore_plan *plan, const char *text) {
  if (text == NULL || text == (const char *)-1) return;
  while (*text != '\0' && plan->length + 1 < RESTORE_SIZE) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end != NULL) {
        text = end + 1;
        continue;
      }
    }
    plan->bytes[plan->length++] = *text++;
  }
}

void terminal_plan(struct restore_plan *plan) {
  plan->length = 0;
  plan_add(plan, MOUSE_OFF PASTE_OFF);
  plan_add(plan, tigetstr("sgr0"));
  plan_add(plan, tigetstr("op"));
  plan_add(plan, tigetstr("rmkx"));
  plan_add(plan, tigetstr("rmcup"));
  plan_add(plan, tigetstr("cnorm"));
}

// newterm's own errors are not telling enough, and some of curses' paths exit.
int terminal_check(int output) {
  const char *name = getenv("TERM");
  if (name == NULL || *name == '\0') return PCURSES_TERM_UNSET;
  int error = 0;
  if (setupterm(name, output, &error) != OK) return PCURSES_TERM_UNKNOWN;
  const char *movement = tigetstr("cup");
  bool moves = movement != NULL && movement != (const char *)-1;
  del_curterm(cur_term);
  return moves ? PCURSES_OK : PCURSES_NO_CURSOR_MOVEMENT;
}

int pcurses_examine(int input, int output, int *colours) {
  *colours = 0;
  // First, because what follows puts the terminal description that curses itself draws by aside:
  // without a terminal nothing is touched.
  if (!isatty(input) || !isatty(output)) return PCURSES_NOT_A_TERMINAL;
  int status = terminal_check(output);
  if (status == PCURSES_OK) {
    setupterm(NULL, output, &(int){0});
    int count = tigetnum("colors");
    *colours = count > 0 ? count : 0;
    del_curterm(cur_term);
  }
  return status;
}
