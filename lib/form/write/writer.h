/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_WRITE_WRITER_H
#define OSQ_FORM_WRITE_WRITER_H

#include <stdio.h>

#include "base/row.h"

/*
 * A writer takes rows under a column table and writes them to a stream (XLSX: to a file).
 * It knows nothing of the office's rules or the store.
 *
 * A document is one section (a list or a record) or, for reports, several.  The
 * calls come in this order:
 *
 *	open, { section, row*, } ..., close
 *
 * The columns that SECTION gets are those to be shown, in that order, and each
 * row has just those values.
 */

/* A writer's state begins with this; its sink takes the rows of the section in hand, as
 * the format's row() does, for callers that know only sinks. */
struct writer {
	struct sink sink;
};

enum document_kind {
	DOCUMENT_LIST,     /* JSON: an array */
	DOCUMENT_RECORD,   /* one row; JSON: an object */
	DOCUMENT_SECTIONS, /* JSON: an object of arrays (and of objects) by section key */
};

/* What a document shows besides its rows; every text may be NULL.  The texts are in the
 * reader's language already. */
struct document {
	enum document_kind kind;
	bool header;       /* CSV, excel and table: with a line of headings */
	bool colour;       /* the reader is a terminal that wants colour */
	const char *title; /* "BÁO CÁO NGÀY" */
	const char
		*sheet; /* XLSX: the sheet's name, "Báo cáo ngày", and a list's title */
	const char *period; /* "Từ ngày 01/01/2023 đến ngày 06/11/2023" */
	/* The head of an official report (XLSX): the agency above ours and ours
	 * on the left, the state's name on the right, then place and date. */
	const char *authority;    /* "HUYỆN CHÂU THÀNH A" */
	const char *agency;       /* "ỦY BAN NHÂN DÂN XÃ TRƯỜNG LONG A" */
	const char *number;       /* form number "Biểu số II.06a/VPCP/KSTT" */
	const char *receiver;     /* "Đơn vị nhận báo cáo: ..." */
	const char *unit;         /* "Đơn vị tính: Số hồ sơ TTHC" */
	const char *place_date;   /* "Trường Long A, ngày 06 tháng 11 năm 2023" */
	const char *left_signer;  /* "NGƯỜI LẬP BIỂU" */
	const char *right_signer; /* "CHỦ TỊCH" */
	int64_t *cut;             /* counts the texts that the format cut; or NULL */
	int64_t created;          /* the file's creation time: same input, same bytes */
	bool official; /* XLSX: head, title and signatures; else a plain sheet */
	bool apart;    /* XLSX: each section has a sheet of its own */
	bool one_page; /* XLSX: an official report that is filed as one sheet of paper */
};

struct section {
	const char *key;   /* JSON key and CSV word: "services"; NULL for a first section
			    * that is a record: its keys are the JSON document's own */
	const char *title; /* shown above it; may be NULL */
	const struct column *columns;
	bool record;      /* one row: JSON object */
	bool total;       /* the last row is the total of the others: XLSX sets it bold */
	const char *note; /* a line below the section; may be NULL */
	/* Of an official XLSX sheet: ends with { .key = NULL }; NULL: one row of
	 * headings. */
	const struct heading *headings;
};

/* A format; format.h has them.  All functions return statuses with a kept message. */
struct format {
	const char *name; /* as -f takes it */
	bool people;      /* for people: without columns for programs, with totals */
	/* STREAM is where text goes; PATH is the file of formats that need one
	 * (XLSX; then STREAM is NULL).  The document is copied, its texts are
	 * not: they stay valid until close. */
	enum status (*open)(const struct document *document, FILE *stream,
			    const char *path, struct writer **writer);
	/* Begin a section; the one before it ends here.  The section's own memory
	 * and its columns stay valid until the next call of section or close. */
	enum status (*section)(struct writer *writer, const struct section *section);
	enum status (*row)(struct writer *writer, const struct value *values);
	/* End the document: flush, report write errors, free; STREAM stays open and is
	 * the caller's.  With DISCARD the document is given up (an error was met): no
	 * file is left behind, and nothing more goes to a stream.  OK then.  The writer
	 * is gone in either case. */
	enum status (*close)(struct writer *writer, bool discard);
};

#endif
