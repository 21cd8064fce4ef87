/* SPDX-License-Identifier: MIT */
/* In the place of the kernel's: the clock is kept right where $CLOCK_KEPT is set. */
#include <stdlib.h>
#include <string.h>
#include <sys/timex.h>

int
adjtimex(struct timex *kernel)
{
	const int kept = getenv("CLOCK_KEPT") != NULL;

	memset(kernel, 0, sizeof(*kernel));
	kernel->status = kept ? STA_PLL : STA_UNSYNC;
	return kept ? TIME_OK : TIME_ERROR;
}
