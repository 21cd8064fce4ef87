/* SPDX-License-Identifier: MIT */
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/text.h"
#include "form/slip/slip_art.h"

/*
 * The slip as a picture, since printers know no Vietnamese, or each model another code
 * page for it.  Sizes are in dots on the narrow paper, 8 to a millimetre; the smallest
 * letters are those of 11 point print, for people without their glasses.
 */
#define NARROW 384
#define FAMILY "Noto Sans, DejaVu Sans"

enum { SMALL = 30, MIDDLE = 34, LARGE = 40, NUMBER = 138 };
enum look { PLAIN = 0, BOLD = 1, ON_BLACK = 2 };

/* It goes over the slip twice: to measure (then `cr` is NULL), and to draw. */
struct pen {
	cairo_t *cr;
	PangoLayout *layout;
	int dots;
	double scale;
	int y;
};

static void
set_font(const struct pen *pen, double size, unsigned look)
{
	PangoFontDescription *font = pango_font_description_from_string(FAMILY);

	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	if (look & BOLD)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	pango_layout_set_font_description(pen->layout, font);
	pango_font_description_free(font);
}

static void
add_gap(struct pen *pen, int size)
{
	pen->y += (int)(size * pen->scale);
}

/* Make the lines about equally long: narrow the layout as far as the text keeps its
 * number of lines, so that no last word stands alone. */
static void
balance_pen(const struct pen *pen)
{
	const int lines = pango_layout_get_line_count(pen->layout);
	int narrow = pen->dots / 2, wide = pen->dots;

	while (lines > 1 && wide - narrow > 8) {
		int middle = (narrow + wide) / 2;

		pango_layout_set_width(pen->layout, middle * PANGO_SCALE);
		if (pango_layout_get_line_count(pen->layout) > lines)
			narrow = middle;
		else
			wide = middle;
	}
	pango_layout_set_width(pen->layout, wide * PANGO_SCALE);
}

/* Draw the layout at X and the pen's height: white on a black bar of HEIGHT, or black. */
static void
show_text(const struct pen *pen, int x, int top, int height, unsigned look)
{
	if (!pen->cr)
		return;
	if (look & ON_BLACK) {
		cairo_rectangle(pen->cr, 0, pen->y, pen->dots, height);
		cairo_fill(pen->cr);
		cairo_set_source_rgb(pen->cr, 1, 1, 1);
	}
	cairo_move_to(pen->cr, x, pen->y - top);
	pango_cairo_show_layout(pen->cr, pen->layout);
	cairo_set_source_rgb(pen->cr, 0, 0, 0);
}

/* Draw TEXT centred, over as many lines as it takes; nothing for "" and NULL. */
static void
add_text(struct pen *pen, const char *text, int size, unsigned look)
{
	char *harmless = text_harmless(text ? text : "");
	int width, height;

	if (*harmless) {
		set_font(pen, size * pen->scale, look);
		pango_layout_set_width(pen->layout, pen->dots * PANGO_SCALE);
		pango_layout_set_text(pen->layout, harmless, -1);
		balance_pen(pen);
		width = pango_layout_get_width(pen->layout) / PANGO_SCALE;
		pango_layout_get_pixel_size(pen->layout, NULL, &height);
		show_text(pen, (pen->dots - width) / 2, 0, height, look);
		pen->y += height;
	}
	free(harmless);
}

/* Draw the number on one line, as large as fits the paper, with no blank paper above and
 * below it except its own gap. */
static void
add_number(struct pen *pen, const char *number)
{
	double size = NUMBER * pen->scale;
	char *harmless = text_harmless(number);
	PangoRectangle ink;
	int width;

	pango_layout_set_width(pen->layout, -1);
	pango_layout_set_text(pen->layout, harmless, -1);
	free(harmless);
	set_font(pen, size, BOLD);
	pango_layout_get_pixel_size(pen->layout, &width, NULL);
	if (width > pen->dots) {
		set_font(pen, size * pen->dots / width, BOLD);
		pango_layout_get_pixel_size(pen->layout, &width, NULL);
	}
	pango_layout_get_pixel_extents(pen->layout, &ink, NULL);
	add_gap(pen, 16);
	show_text(pen, (pen->dots - width) / 2, ink.y, ink.height, BOLD);
	pen->y += ink.height;
	add_gap(pen, 14);
}

static void
add_rule(struct pen *pen)
{
	add_gap(pen, 8);
	if (pen->cr) {
		cairo_rectangle(pen->cr, 0, pen->y, pen->dots, 3);
		cairo_fill(pen->cr);
	}
	pen->y += 3;
	add_gap(pen, 8);
}

/* Draw the QR code half as wide as the paper, with whole dots for each module. */
static void
add_qr(struct pen *pen, const struct qr *qr)
{
	int side = qr->side + 2 * QR_QUIET, dot = pen->dots * 6 / 10 / side, x, y, left;

	if (dot < 2)
		dot = pen->dots / side;
	left = (pen->dots - dot * qr->side) / 2;
	pen->y += dot * QR_QUIET;
	for (y = 0; pen->cr && y < qr->side; y++)
		for (x = 0; x < qr->side; x++)
			if (qr->modules[y * qr->side + x] & 1)
				cairo_rectangle(pen->cr, left + x * dot, pen->y + y * dot,
						dot, dot);
	if (pen->cr)
		cairo_fill(pen->cr);
	pen->y += dot * (qr->side + QR_QUIET);
}

static void
add_slip(struct pen *pen, const struct slip *slip, const struct slip_words *words,
	 const struct qr *qr)
{
	char when[sizeof("24/11/2026  07:35")];

	snprintf(when, sizeof(when), "%s  %s", words->date, words->time);
	pen->y = 0;
	add_text(pen, slip->office, SMALL, BOLD);
	add_rule(pen);
	add_text(pen, words->reprint, MIDDLE, BOLD | ON_BLACK);
	add_text(pen, words->title, MIDDLE, PLAIN);
	add_number(pen, slip->number);
	add_text(pen, slip->service, LARGE, BOLD);
	add_text(pen, slip->priority, MIDDLE, BOLD);
	add_gap(pen, 10);
	add_text(pen, when, SMALL, PLAIN);
	add_text(pen, words->ahead, MIDDLE, PLAIN);
	add_text(pen, words->range, MIDDLE, BOLD);
	add_qr(pen, qr);
	add_text(pen, words->wait, SMALL, PLAIN);
}

enum status
raster_fonts(void)
{
	FcPattern *wanted = FcPatternBuild(NULL, FC_LANG, FcTypeString, "vi", FC_SCALABLE,
					   FcTypeBool, FcTrue, NULL);
	FcObjectSet *what = FcObjectSetBuild(FC_FAMILY, NULL);
	FcFontSet *fonts = FcFontList(NULL, wanted, what);
	int count = fonts ? fonts->nfont : 0;

	if (fonts)
		FcFontSetDestroy(fonts);
	FcObjectSetDestroy(what);
	FcPatternDestroy(wanted);
	if (count)
		return OK;
	fail(UNAVAILABLE, _("there is no font with Vietnamese letters"));
	return fail_hint(UNAVAILABLE, "apt install fonts-noto-core");
}

static cairo_surface_t *
make_blank(int width, int height, cairo_t **cr)
{
	cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width,
							      height > 0 ? height : 1);

	*cr = cairo_create(picture);
	cairo_set_source_rgb(*cr, 1, 1, 1);
	cairo_paint(*cr);
	cairo_set_source_rgb(*cr, 0, 0, 0);
	cairo_set_antialias(*cr, CAIRO_ANTIALIAS_NONE);
	return picture;
}

static PangoLayout *
layout_for(cairo_t *cr)
{
	cairo_font_options_t *options = cairo_font_options_create();
	PangoLayout *layout;

	/* Draw in grey, to be rounded to black and white later: FreeType's own rounding
	 * breaks thin strokes. */
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_FULL);
	layout = pango_cairo_create_layout(cr);
	pango_cairo_context_set_font_options(pango_layout_get_context(layout), options);
	pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	cairo_font_options_destroy(options);
	return layout;
}

enum status
raster_slip(const struct slip *slip, const struct slip_words *words, int dots,
	    cairo_surface_t **picture)
{
	struct pen pen = { .dots = dots, .scale = dots > NARROW ? 1.3 : 1 };
	cairo_surface_t *first;
	cairo_t *cr;
	struct qr qr;
	enum status st;

	if ((st = raster_fonts()) || (st = qr_make(slip->reference, &qr)))
		return st;
	first = make_blank(1, 1, &cr);
	pen.layout = layout_for(cr);
	add_slip(&pen, slip, words, &qr);
	cairo_destroy(cr);
	cairo_surface_destroy(first);
	*picture = make_blank(dots, pen.y, &pen.cr);
	add_slip(&pen, slip, words, &qr);
	g_object_unref(pen.layout);
	if (cairo_status(pen.cr) || cairo_surface_status(*picture))
		st = fail(INTERNAL, _("the slip cannot be drawn: %s"),
			  cairo_status_to_string(cairo_status(pen.cr)));
	cairo_destroy(pen.cr);
	cairo_surface_flush(*picture);
	qr_free(&qr);
	if (st)
		cairo_surface_destroy(*picture);
	return st;
}
