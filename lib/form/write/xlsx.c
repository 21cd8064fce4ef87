/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "form/common/cell.h"

/* Column widths are estimated from so many rows only, since a list may have a million. */
#define MEASURED_ROWS 1000
#define NARROWEST     6

extern const struct format format_xlsx;

static enum status
new_sheet(struct xlsx_writer *w)
{
	w->sheet = workbook_add_worksheet(w->book, NULL);
	if (!w->sheet)
		return fail(INTERNAL, _("cannot make the workbook: %s"), "worksheet");
	if (!w->first_sheet)
		w->first_sheet = w->sheet;
	w->row = 0;
	xlsx_page(w->sheet, w->document.official);
	return OK;
}

static void
measure_row(struct xlsx_writer *w, const struct value *values)
{
	char room[48];
	size_t i;

	if (w->measured++ >= MEASURED_ROWS)
		return;
	for (i = 0; i < w->count; i++)
		xlsx_widen(w, i, cell_show(&w->section.columns[i], &values[i], room));
}

/* A sheet is full: continue the list in a new one, under the same headings. */
static enum status
make_room(struct xlsx_writer *w)
{
	enum status status;

	if (w->row < LXW_ROW_MAX)
		return OK;
	if ((status = xlsx_heights(w)) || (status = new_sheet(w)) ||
	    (status = xlsx_headings(w)))
		return status;
	worksheet_freeze_panes(w->sheet, w->row, 0);
	return OK;
}

static enum status
put_row(struct xlsx_writer *w, const struct value *values, bool total)
{
	enum status status = make_room(w);
	char room[48];
	size_t i;

	measure_row(w, values);
	for (i = 0; i < w->count && !status; i++) {
		if (w->document.official && values[i].kind == VALUE_TEXT)
			xlsx_may_wrap(w, (lxw_col_t)i,
				      cell_show(&w->section.columns[i], &values[i],
						room));
		status = xlsx_value(w, (lxw_col_t)i, &w->section.columns[i], &values[i],
				    total);
	}
	w->row++;
	/* Stop at once when the disk is full, not after the last row. */
	if (!status && w->sheet->optimize_tmpfile && ferror(w->sheet->optimize_tmpfile))
		status = xlsx_check(LXW_ERROR_CREATING_TMPFILE);
	return status;
}

static void
drop_held(struct xlsx_writer *w)
{
	size_t i;

	for (i = 0; w->holding && i < w->count; i++)
		free(w->held_texts[i]);
	w->holding = false;
}

static enum status
put_held(struct xlsx_writer *w, bool total)
{
	enum status status = w->holding ? put_row(w, w->held, total) : OK;

	drop_held(w);
	return status;
}

/* Only the row after it, or none, tells whether a row is the totals. */
static enum status
hold_row(struct xlsx_writer *w, const struct value *values)
{
	enum status status = put_held(w, false);
	size_t i;

	if (status)
		return status;
	for (i = 0; i < w->count; i++) {
		w->held[i] = values[i];
		w->held_texts[i] = values[i].kind == VALUE_TEXT ?
					   mem_text(values[i].text) :
					   NULL;
		w->held[i].text = w->held_texts[i];
	}
	w->holding = true;
	return OK;
}

static enum status
write_row(struct writer *writer, const struct value *values)
{
	struct xlsx_writer *w = (struct xlsx_writer *)writer;

	return w->section.total ? hold_row(w, values) : put_row(w, values, false);
}

static enum status
sink_row(struct sink *sink, const struct value *values)
{
	return write_row((struct writer *)sink, values);
}

static enum status
end_section(struct xlsx_writer *w)
{
	enum status status = put_held(w, true);

	if (status || !w->sections || !w->section.note)
		return status;
	if (w->document.official) {
		xlsx_may_wrap(w, XLSX_WHOLE, w->section.note);
		w->row++;
		return OK;
	}
	return xlsx_text(w, w->row++, 0, w->section.note, NULL);
}

static void
take_columns(struct xlsx_writer *w, const struct section *next)
{
	w->section = *next;
	w->count = column_count(next->columns);
	w->held = mem_grow(w->held, w->count * sizeof(*w->held));
	w->held_texts = mem_grow(w->held_texts, w->count * sizeof(*w->held_texts));
	w->measured = 0;
	if (w->count <= w->columns)
		return;
	w->widths = mem_grow(w->widths, w->count * sizeof(*w->widths));
	for (; w->columns < w->count; w->columns++)
		w->widths[w->columns] = NARROWEST;
}

static enum status
write_section(struct writer *writer, const struct section *next)
{
	struct xlsx_writer *w = (struct xlsx_writer *)writer;
	enum status status = end_section(w);

	if (status)
		return status;
	if (w->sections)
		w->row++;
	take_columns(w, next);
	if (next->title &&
	    (w->document.official || w->document.kind == DOCUMENT_SECTIONS))
		status = xlsx_text(w, w->row++, 0, next->title, w->styles.section);
	w->sections++;
	return status ? status : xlsx_headings(w);
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
	if ((status = xlsx_check(workbook_set_properties(w->book, &properties))) ||
	    (status = xlsx_styles_make(&w->styles, w->book, document->official)))
		return status;
	return new_sheet(w);
}

static void
free_writer(struct xlsx_writer *w)
{
	drop_held(w);
	free(w->held);
	free(w->held_texts);
	xlsx_forget_wraps(w);
	free(w->wraps);
	free(w->widths);
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
	w->row = document->official ? xlsx_head_rows(document) : 0;
	*writer = &w->writer;
	return OK;
}

/* Set column widths, and all else that is known only now, for every sheet. */
static enum status
finish_sheets(struct xlsx_writer *w)
{
	enum status status = OK;
	lxw_worksheet *sheet;
	size_t i;

	STAILQ_FOREACH(sheet, w->book->worksheets, list_pointers)
	for (i = 0; i < w->columns && !status; i++)
		status = xlsx_check(worksheet_set_column(sheet, (lxw_col_t)i,
							 (lxw_col_t)i, w->widths[i],
							 NULL));
	/* With several tables below each other there is no single row of headings. */
	if (status || w->sections != 1 || w->sheet != w->first_sheet)
		return status;
	worksheet_freeze_panes(w->sheet, w->heading_end, 0);
	return xlsx_check(
		worksheet_repeat_rows(w->sheet, w->heading, w->heading_end - 1));
}

static enum status
finish_sheet(struct xlsx_writer *w)
{
	enum status status = end_section(w);

	if (!status && w->document.official) {
		xlsx_stretch(w);
		if (!(status = xlsx_heights(w)) && !(status = xlsx_head(w)))
			status = xlsx_signatures(w);
	}
	if (!status)
		status = finish_sheets(w);
	if (!status)
		status = replace_reserve(&w->file, w->bytes + 65536);
	return status;
}

static enum status
close_xlsx(struct writer *writer, bool discard)
{
	struct xlsx_writer *w = (struct xlsx_writer *)writer;
	enum status status = discard ? OK : finish_sheet(w), moved;

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
