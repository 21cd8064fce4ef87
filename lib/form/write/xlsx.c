/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/show.h"
#include "form/common/cell.h"

/* Column widths are estimated from so many rows of a list, which may have a million. */
#define MEASURED_ROWS 1000
#define NARROWEST     6

extern const struct format format_xlsx;

static void
measure_row(struct xlsx_writer *w, const struct value *values)
{
	char room[48];
	size_t i;

	for (i = 0; i < w->count; i++)
		xlsx_widen(w, i, xlsx_show(&w->section.columns[i], &values[i], room),
			   values[i].kind == VALUE_TEXT);
}

/* The name of the sheet that the section in hand is on. */
static const char *
sheet_name(const struct xlsx_writer *w)
{
	if (w->document.apart && w->section.title)
		return w->section.title;
	return w->document.sheet ? w->document.sheet : w->document.title;
}

/* A sheet is full: continue the list in a new one, under the same headings. */
static enum status
make_room(struct xlsx_writer *w)
{
	enum status status;

	if (w->row < LXW_ROW_MAX)
		return OK;
	w->parts++;
	if ((status = xlsx_sheet_end(w, false)) ||
	    (status = xlsx_sheet_begin(w, sheet_name(w))))
		return status;
	return xlsx_headings(w);
}

static enum status
put_row(struct xlsx_writer *w, const struct value *values, bool total)
{
	enum status status = make_room(w);
	char room[48];
	size_t i;

	for (i = 0; i < w->count && !status; i++) {
		const struct column *column = &w->section.columns[i];

		if (values[i].kind == VALUE_TEXT)
			xlsx_may_wrap(w, (lxw_col_t)i,
				      xlsx_show(column, &values[i], room), XLSX_PADDING);
		status = xlsx_value(w, (lxw_col_t)i, column, &values[i], total);
	}
	if (!status)
		status = xlsx_end_row(w);
	/* Stop at once when the disk is full, not after the last row. */
	if (!status && w->sheet->optimize_tmpfile && ferror(w->sheet->optimize_tmpfile))
		status = xlsx_check(LXW_ERROR_CREATING_TMPFILE);
	return status;
}

static void
drop_kept(struct xlsx_writer *w)
{
	size_t i;

	for (i = 0; i < w->kept_count * w->count; i++)
		free(w->kept_texts[i]);
	w->kept_count = 0;
}

/* The widths of a list are known: write its headings. */
static enum status
settle_widths(struct xlsx_writer *w)
{
	xlsx_heading_widths(w);
	xlsx_fit(w);
	return xlsx_headings(w);
}

/* Write what is kept; the last of it is the totals, where ENDED. */
static enum status
put_kept(struct xlsx_writer *w, bool ended)
{
	enum status status = OK;
	size_t i;

	if (!w->settled) {
		w->settled = true;
		status = w->document.official ? OK : settle_widths(w);
	}
	for (i = 0; i < w->kept_count && !status; i++)
		status = put_row(w, w->kept + i * w->count,
				 ended && w->section.total && i + 1 == w->kept_count);
	drop_kept(w);
	return status;
}

/*
 * The first rows are kept until the widths that they ask for are known, since a list is
 * written as it comes; and then the last one, since only the row after it, or none, tells
 * whether it is the totals.
 */
static enum status
write_row(struct writer *writer, const struct value *values)
{
	struct xlsx_writer *w = (struct xlsx_writer *)writer;
	enum status status = OK;
	size_t first, i;

	if (!w->settled)
		measure_row(w, values);
	if (w->kept_count == (w->settled ? 1 : MEASURED_ROWS))
		status = put_kept(w, false);
	first = w->kept_count * w->count;
	for (i = 0; i < w->count; i++) {
		char *text = values[i].kind == VALUE_TEXT ? mem_text(values[i].text) :
							    NULL;

		w->kept[first + i] = values[i];
		w->kept[first + i].text = w->kept_texts[first + i] = text;
	}
	w->kept_count++;
	return status;
}

static enum status
sink_row(struct sink *sink, const struct value *values)
{
	return write_row((struct writer *)sink, values);
}

static enum status
end_section(struct xlsx_writer *w)
{
	enum status status = w->sections ? put_kept(w, true) : OK;

	if (status || !w->sections || !w->section.note)
		return status;
	if (w->document.official) {
		xlsx_may_wrap(w, XLSX_WHOLE, w->section.note, 0);
		w->row++;
		return OK;
	}
	return xlsx_text(w, w->row++, 0, w->section.note, w->styles.plain);
}

static void
take_columns(struct xlsx_writer *w, const struct section *next)
{
	w->section = *next;
	w->count = column_count(next->columns);
	w->kept = mem_grow(w->kept, MEASURED_ROWS * w->count * sizeof(*w->kept));
	w->kept_texts = mem_grow(w->kept_texts,
				 MEASURED_ROWS * w->count * sizeof(*w->kept_texts));
	w->settled = false;
	if (w->count <= w->columns)
		return;
	w->widths = mem_grow(w->widths, w->count * sizeof(*w->widths));
	w->least = mem_grow(w->least, w->count * sizeof(*w->least));
	for (; w->columns < w->count; w->columns++)
		w->least[w->columns] = w->widths[w->columns] = NARROWEST;
}

/* What stands above a plain list: what it is, and of when. */
static enum status
put_list_title(struct xlsx_writer *w)
{
	char when[SHOW_TEXT], *printed;
	enum status status;

	if (!w->document.sheet)
		return OK;
	printed = mem_print(_("Printed at %s"), show_moment(w->document.created, when));
	if (!(status = xlsx_text(w, 0, 0, w->document.sheet, w->styles.section)))
		status = xlsx_text(w, 1, 0, printed, w->styles.plain);
	free(printed);
	w->row = 3;
	return status;
}

/* The sheet of the next section: the first one, or where each has its own. */
static enum status
turn_sheet(struct xlsx_writer *w)
{
	enum status status;

	if (w->sections && !w->document.apart)
		return OK;
	if (w->sections && (status = xlsx_sheet_end(w, false)))
		return status;
	w->columns = 0;
	w->parts = 1;
	if ((status = xlsx_sheet_begin(w, sheet_name(w))))
		return status;
	if (!w->document.official)
		return put_list_title(w);
	if (!w->sections)
		w->row = xlsx_head_rows(&w->document);
	return OK;
}

static enum status
write_section(struct writer *writer, const struct section *next)
{
	struct xlsx_writer *w = (struct xlsx_writer *)writer;
	enum status status = end_section(w);

	if (status)
		return status;
	w->section = *next;
	if ((status = turn_sheet(w)))
		return status;
	take_columns(w, next);
	if (w->begun && w->document.official &&
	    (status = xlsx_set_height(w, w->row, XLSX_GAP)))
		return status;
	w->row += w->begun > 0;
	w->begins = mem_grow(w->begins, (w->begun + 1) * sizeof(*w->begins));
	w->begins[w->begun++] = w->row;
	w->sections++;
	if (next->title &&
	    (w->document.official || w->document.kind == DOCUMENT_SECTIONS))
		status = xlsx_text(w, w->row++, 0, next->title, w->styles.section);
	if (!status && w->document.official)
		status = xlsx_headings(w);
	return status;
}

static enum status
open_book(struct xlsx_writer *w, const struct document *document)
{
	lxw_workbook_options options = {
		.constant_memory = !document->official,
		.tmpdir = w->file.folder, /* since /tmp may lie in memory */
	};
	lxw_doc_properties properties = {
		.title = (char *)document->title,
		.company = (char *)document->agency,
		.created = (time_t)document->created,
	};
	enum status status;

	w->book = workbook_new_opt(w->file.temporary, &options);
	if (!w->book)
		return fail(INTERNAL, _("cannot make the workbook: %s"), "workbook");
	if ((status = xlsx_check(workbook_set_properties(w->book, &properties))))
		return status;
	return xlsx_styles_make(&w->styles, w->book, document->official);
}

static void
free_writer(struct xlsx_writer *w)
{
	drop_kept(w);
	free(w->kept);
	free(w->kept_texts);
	xlsx_forget_wraps(w);
	free(w->wraps);
	free(w->widths);
	free(w->least);
	free(w->begins);
	free(w->heights);
	buf_free(&w->room);
	free(w);
}

static enum status
open_xlsx(const struct document *document, FILE *stream, const char *path,
	  struct writer **writer)
{
	struct xlsx_writer *w = mem_alloc(sizeof(*w));
	enum status status;

	(void)stream;
	setlocale(LC_NUMERIC, "C"); /* libxlsxwriter prints numbers in this locale */
	w->writer.sink.row = sink_row;
	w->document = *document;
	status = replace_begin(&w->file, path);
	if (!status)
		status = open_book(w, document);
	if (status) {
		if (w->book)
			lxw_workbook_free(w->book);
		replace_end(&w->file, true);
		free_writer(w);
		return status;
	}
	*writer = &w->writer;
	return OK;
}

static enum status
finish_book(struct xlsx_writer *w)
{
	enum status status = end_section(w);

	if (!status && w->sections)
		status = xlsx_sheet_end(w, true);
	if (!status)
		status = replace_reserve(&w->file, w->bytes + 65536);
	return status;
}

static enum status
close_xlsx(struct writer *writer, bool discard)
{
	struct xlsx_writer *w = (struct xlsx_writer *)writer;
	enum status status = discard ? OK : finish_book(w), moved;

	if (discard || status)
		lxw_workbook_free(w->book);
	else
		status = xlsx_check(workbook_close(w->book)); /* frees it, always */
	moved = replace_end(&w->file, discard || status);
	free_writer(w);
	return status ? status : moved;
}

const struct format format_xlsx = {
	.name = "xlsx",
	.people = true,
	.open = open_xlsx,
	.section = write_section,
	.row = write_row,
	.close = close_xlsx,
};
