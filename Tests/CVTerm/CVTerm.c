#include "CVTerm.h"

#include <vterm.h>

struct cvterm {
  VTerm *vterm;
  VTermScreen *screen;
  bool cursor_visible;
  bool alternate_screen;
};

static int property_changed(VTermProp property, VTermValue *value, void *user) {
  cvterm *terminal = user;
  if (property == VTERM_PROP_CURSORVISIBLE) terminal->cursor_visible = value->boolean;
  if (property == VTERM_PROP_ALTSCREEN) terminal->alternate_screen = value->boolean;
  return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = property_changed};

cvterm *cvterm_new(int rows, int columns) {
  cvterm *terminal = calloc(1, sizeof *terminal);
  if (!terminal) return NULL;
  terminal->vterm = vterm_new(rows, columns);
  terminal->screen = vterm_obtain_screen(terminal->vterm);
  terminal->cursor_visible = true;
  vterm_set_utf8(terminal->vterm, 1);
  vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
  vterm_screen_enable_altscreen(terminal->screen, 1);
  vterm_screen_reset(terminal->screen, 1);
  return terminal;
}

void cvterm_free(cvterm *terminal) {
  vterm_free(terminal->vterm);
  free(terminal);
}

void cvterm_set_size(cvterm *terminal, int rows, int columns) {
  vterm_set_size(terminal->vterm, rows, columns);
}

void cvterm_input(cvterm *terminal, const uint8_t *bytes, size_t count) {
  vterm_input_write(terminal->vterm, (const char *)bytes, count);
}

size_t cvterm_output(cvterm *terminal, uint8_t *bytes, size_t capacity) {
  return vterm_output_read(terminal->vterm, (char *)bytes, capacity);
}

static const VTermKey keys[] = {
    [cvterm_key_enter] = VTERM_KEY_ENTER,         [cvterm_key_tab] = VTERM_KEY_TAB,
    [cvterm_key_backspace] = VTERM_KEY_BACKSPACE, [cvterm_key_escape] = VTERM_KEY_ESCAPE,
    [cvterm_key_up] = VTERM_KEY_UP,               [cvterm_key_down] = VTERM_KEY_DOWN,
    [cvterm_key_left] = VTERM_KEY_LEFT,           [cvterm_key_right] = VTERM_KEY_RIGHT,
    [cvterm_key_insert] = VTERM_KEY_INS,          [cvterm_key_delete] = VTERM_KEY_DEL,
    [cvterm_key_home] = VTERM_KEY_HOME,           [cvterm_key_end] = VTERM_KEY_END,
    [cvterm_key_page_up] = VTERM_KEY_PAGEUP,      [cvterm_key_page_down] = VTERM_KEY_PAGEDOWN,
};

void cvterm_press(cvterm *terminal, int key, int modifiers) {
  VTermKey code = key < cvterm_key_function ? keys[key]
                                            : VTERM_KEY_FUNCTION(key - cvterm_key_function);
  vterm_keyboard_key(terminal->vterm, code, (VTermModifier)modifiers);
}

void cvterm_character(cvterm *terminal, uint32_t scalar, int modifiers) {
  vterm_keyboard_unichar(terminal->vterm, scalar, (VTermModifier)modifiers);
}

void cvterm_paste(cvterm *terminal, bool begins) {
  if (begins)
    vterm_keyboard_start_paste(terminal->vterm);
  else
    vterm_keyboard_end_paste(terminal->vterm);
}

void cvterm_mouse(cvterm *terminal, int button, bool pressed, int row, int column) {
  vterm_mouse_move(terminal->vterm, row, column, VTERM_MOD_NONE);
  vterm_mouse_button(terminal->vterm, button, pressed, VTERM_MOD_NONE);
}

static const uint32_t second_half = (uint32_t)-1;

static VTermScreenCell cell_at(cvterm *terminal, int row, int column) {
  VTermScreenCell cell = {0};
  vterm_screen_get_cell(terminal->screen, (VTermPos){row, column}, &cell);
  return cell;
}

static int colour_number(VTermColor colour) {
  if (VTERM_COLOR_IS_DEFAULT_FG(&colour) || VTERM_COLOR_IS_DEFAULT_BG(&colour)) return -1;
  if (VTERM_COLOR_IS_INDEXED(&colour)) return colour.indexed.idx;
  return 0x1000000 | colour.rgb.red << 16 | colour.rgb.green << 8 | colour.rgb.blue;
}

cvterm_cell cvterm_cell_at(cvterm *terminal, int row, int column) {
  VTermScreenCell cell = cell_at(terminal, row, column);
  return (cvterm_cell){
      .width = cell.chars[0] == second_half ? 0 : cell.width,
      .bold = cell.attrs.bold,
      .underline = cell.attrs.underline != 0,
      .reverse = cell.attrs.reverse,
      .foreground = colour_number(cell.fg),
      .background = colour_number(cell.bg),
  };
}

static size_t encode(uint32_t scalar, char bytes[4]) {
  if (scalar < 0x80) {
    bytes[0] = (char)scalar;
    return 1;
  }
  size_t count = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
  for (size_t i = count - 1; i > 0; i--, scalar >>= 6) bytes[i] = (char)(0x80 | (scalar & 0x3f));
  bytes[0] = (char)(0xf00 >> count | scalar);
  return count;
}

size_t cvterm_cell_text(cvterm *terminal, int row, int column, char *text, size_t capacity) {
  VTermScreenCell cell = cell_at(terminal, row, column);
  size_t length = 0;
  if (cell.chars[0] == second_half) return 0;
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++) {
    if (length + 4 > capacity) break;
    length += encode(cell.chars[i], text + length);
  }
  return length;
}

cvterm_cursor_state cvterm_cursor(cvterm *terminal) {
  VTermPos position;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &position);
  return (cvterm_cursor_state){position.row, position.col, terminal->cursor_visible};
}

bool cvterm_is_alternate_screen(cvterm *terminal) { return terminal->alternate_screen; }
