/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_AGENCY_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_AGENCY_H

#include <stdbool.h>

/*
 * Whether the agency that a catalogue names for a procedure (NAMED; or NULL, where it
 * names none) is the office's own: it is called OUR_NAME (the setting agency_name), or
 * the catalogue, which is the province's for all its communes, says "UBND cấp xã" or
 * "Ủy ban nhân dân xã, phường".  Otherwise a dossier is taken in here and decided there.
 */
bool agency_is_ours(const char *named, const char *our_name);

#endif
