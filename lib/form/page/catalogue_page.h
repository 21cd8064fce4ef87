/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_PAGE_CATALOGUE_PAGE_H
#define OSQ_FORM_PAGE_CATALOGUE_PAGE_H

#include "base/error.h"
#include "base/mem.h"
#include "base/row.h"

/*
 * The published list of procedures as web pages: one that lists them all by field, and
 * one for each.  It takes the rows of the registers as they are, under their columns;
 * what a template may use is in osq-store(5), catalogue_template.  Its words are in the
 * language in force at catalogue_new() and while it takes rows.
 */
struct catalogue;

struct catalogue *catalogue_new(void);            /* to be freed with catalogue_free() */
void catalogue_free(struct catalogue *catalogue); /* takes NULL */

/* What stands on every page: "office", "hotline", "date" ...; copied. */
void catalogue_put(struct catalogue *catalogue, const char *key, const char *text);

/* A sink that takes the rows of a register; it lives as long as CATALOGUE.  Send desks,
 * steps and papers first, and procedures last, sorted by field. */
struct sink *catalogue_desks(struct catalogue *catalogue, const struct column *columns);
struct sink *catalogue_steps(struct catalogue *catalogue, const struct column *columns);
struct sink *catalogue_papers(struct catalogue *catalogue, const struct column *columns);
struct sink *catalogue_procedures(struct catalogue *catalogue,
				  const struct column *columns);

/* How many procedures have come. */
size_t catalogue_count(const struct catalogue *catalogue);

/* The name of the page of procedure I, a plain file name whatever its code is; lives as
 * long as CATALOGUE. */
const char *catalogue_file(const struct catalogue *catalogue, size_t i);

/* Fill TEMPLATE, called NAME in messages, and append the page to OUT; BAD_DATA for a
 * broken template. */
enum status catalogue_index(const struct catalogue *catalogue, const char *template,
			    const char *name, struct buf *out);
enum status catalogue_page(const struct catalogue *catalogue, size_t i,
			   const char *template, const char *name, struct buf *out);

#endif
