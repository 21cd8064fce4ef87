/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DESK_REGISTER_H
#define OSQ_OFFICE_DOSSIER_DESK_REGISTER_H

#include "office/core/reg.h"

/* The register of the desks at which dossiers are worked on. */
extern const struct reg desk_register;

#endif
