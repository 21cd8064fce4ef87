/* SPDX-License-Identifier: MIT */
#include "form/slip/slip_html.h"

#include "form/slip/slip.h"

#include "base/intl.h"
#include "form/common/module.h"
#include "form/common/stream.h"
#include "form/slip/slip_module.h"
#include "form/slip/slip_words.h"
#include "form/template/template.h"

/* The slips for which a QR code or letters must be drawn: the module that does it is
 * loaded here. */

static enum status
load_module(const struct slip_module **art)
{
	static const struct slip_module *loaded;
	const char *why;

	if (!loaded)
		loaded = module_find("form-slip", "slip_module", &why);
	if (!loaded) {
		fail(UNAVAILABLE, _("this kind of slip is not available: %s"), why);
		fail_hint(UNAVAILABLE, _("a slip as text is"));
		return UNAVAILABLE;
	}
	*art = loaded;
	return OK;
}

enum status
slip_ready(bool letters)
{
	const struct slip_module *art = NULL;
	enum status st = load_module(&art);

	return !st && letters ? art->fonts() : st;
}

static enum status
fill_slip(struct buf *page, const char *template, const char *name, int paper,
	  const struct slip *slip)
{
	json_t *data = slip_data(slip, paper);
	const struct slip_module *art;
	struct buf qr = { 0 };
	enum status st;

	if (!(st = load_module(&art)) && !(st = art->qr_svg(slip->reference, &qr))) {
		json_object_set_new(data, "qr", json_string(qr.text));
		st = template_render(template, name, data, TEMPLATE_HTML, page);
	}
	buf_free(&qr);
	json_decref(data);
	return st;
}

enum status
slip_html(FILE *out, const char *template, const char *name, int paper,
	  const struct slip *slip)
{
	struct buf page = { 0 };
	enum status st = fill_slip(&page, template, name, paper, slip);

	if (!st) {
		fwrite(page.text, 1, page.length, out);
		st = stream_flush(out);
	}
	buf_free(&page);
	return st;
}

/* Printers of both widths have 203 dots an inch, 8 a millimetre, and leave 5 mm (of
 * 80 mm: 4 mm) white on either side. */
#define DOTS_NARROW 384
#define DOTS_WIDE   576

enum status
slip_escpos(FILE *out, int paper, const struct slip *slip)
{
	const struct slip_module *art;
	struct slip_words words;
	enum status st = load_module(&art);

	if (st)
		return st;
	slip_words(slip, &words);
	st = art->escpos(out, paper == PAPER_WIDE ? DOTS_WIDE : DOTS_NARROW, slip,
			 &words);
	slip_words_free(&words);
	return st;
}
