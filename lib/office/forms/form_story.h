/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_FORMS_FORM_STORY_H
#define OSQ_OFFICE_FORMS_FORM_STORY_H

#include "office/forms/form_section.h"

/* What was done with a dossier, as forms tell it. */
extern const struct form_section form_act;          /* the one that the form reports */
extern const struct form_section form_moves_to_act; /* how the promise moved before it */
extern const struct form_section form_moves;        /* and how until now */
extern const struct form_section form_handovers;    /* from hand to hand */
extern const struct form_section form_pauses;       /* when the clock stood */

#endif
