/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_CHOICE_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_CHOICE_H

#include "office/core/choice.h"

/* Dossiers to choose from, with their applicants: 200 at most. */
choice_list dossier_choice_all;      /* the newest first */
choice_list dossier_choice_open;     /* those due first come first */
choice_list dossier_choice_new;      /* those that wait longest come first */
choice_list dossier_choice_paused;   /* those due first come first */
choice_list dossier_choice_finished; /* of the last 90 days, waiting to be fetched */
choice_list dossier_choice_ended;    /* of the last 90 days, however it ended */

#endif
