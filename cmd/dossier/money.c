/* SPDX-License-Identifier: MIT */
/* Sums of money as osq-dossier takes them. */
#include "base/intl.h"
#include "dossier.h"
#include "office/dossier/payment.h"

enum status
dossier_money(const char *name, const char *text, int64_t least, int64_t *sum)
{
	static const struct column money = { .type = COL_MONEY };
	const char *why = NULL;
	struct value value;
	char room[48];

	if (!text)
		return OK;
	if (value_read(&money, text, 0, room, &value, &why) || value.kind != VALUE_INT ||
	    value.number < least || value.number > PAYMENT_MAX)
		return fail(BAD_DATA,
			    _("%s: '%s' is no sum in whole dong from %lld to %lld"), name,
			    text, (long long)least, (long long)PAYMENT_MAX);
	*sum = value.number;
	return OK;
}
