/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_COMMON_STREAM_H
#define OSQ_FORM_COMMON_STREAM_H

#include <stdio.h>

#include "base/error.h"

/* IO_ERROR with the system's reason once a write to STREAM has failed: call it after each
 * row, so that a full disk ends a long list early. */
enum status stream_check(FILE *stream);

/* The same after a flush, which is where most such errors come to light. */
enum status stream_flush(FILE *stream);

#endif
