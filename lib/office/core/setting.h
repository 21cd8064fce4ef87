/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_SETTING_H
#define OSQ_OFFICE_CORE_SETTING_H

#include "base/mem.h"
#include "office/core/office.h"

/*
 * The values of settings (settings.h).  Each holds from a given day on, since names,
 * receivers and forms change by law (on 1 July 2025 districts were abolished and the
 * province became the receiver of every report).  A report uses the settings of its own
 * last day.
 */

/* Append the value of KEY on DAY to BUF; nothing is appended where none is set. */
enum status setting_get(struct office *office, const char *key, int day, struct buf *buf);

/*
 * Append the agency's name on DAY as it stands in a sentence (Decree 30/2020/ND-CP):
 * the setting agency_sentence, else what addressed_agency() makes of agency_name.
 */
enum status setting_agency_said(struct office *office, int day, struct buf *buf);

/* The value of KEY on DAY as a whole number. */
enum status setting_number(struct office *office, const char *key, int day, int64_t *n);

/* Set KEY to VALUE from the day SINCE (a YYYY-MM-DD, or NULL: always).  USAGE for
 * an unknown key, BAD_DATA for a value that does not fit. */
enum status setting_set(struct office *office, const char *key, const char *value,
			const char *since);

/* Take back the value of KEY that was set from the day SINCE on (NULL: always): what was
 * set from an earlier day, else the usual value, holds again.  USAGE for an unknown key,
 * NO where none is set from that day, with a hint that names the days from which some
 * are. */
enum status setting_unset(struct office *office, const char *key, const char *since);

/* Send all settings, or only KEY where it is not NULL, to SINK, under setting_columns. */
extern const struct column setting_columns[];
enum status setting_list(struct office *office, const char *key, struct sink *sink);

#endif
