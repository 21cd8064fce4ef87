/* SPDX-License-Identifier: MIT */
#include "form/page/catalogue_words.h"

#include <stdio.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"

char *
catalogue_time(int64_t limit, const char *unit)
{
	static const struct {
		const char *unit, *one, *many;
	} units[] = {
		{ "working-day", N_("%lld working day"), N_("%lld working days") },
		{ "day", N_("%lld day"), N_("%lld days") },
		{ "working-hour", N_("%lld working hour"), N_("%lld working hours") },
	};
	size_t i;

	for (i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (!strcmp(unit, units[i].unit)) {
			/* Both formats are from the table above. */
			const char *format = _(limit == 1 ? units[i].one : units[i].many);
			const char *rest = strstr(format, "%lld");

			return rest ? mem_print("%.*s%lld%s", (int)(rest - format),
						format, (long long)limit, rest + 4) :
				      mem_text(format);
		}
	return mem_text(_("the same day"));
}

/* 1234567 is "1.234.567", as in Viet Nam, whatever the machine's locale. */
char *
catalogue_fee(int64_t amount)
{
	char digits[24];
	struct buf text = { 0 };
	size_t n, i;

	if (!amount)
		return mem_text(_("free of charge"));
	n = (size_t)snprintf(digits, sizeof(digits), "%lld", (long long)amount);
	for (i = 0; i < n; i++)
		buf_print(&text, "%s%c", i && (n - i) % 3 == 0 ? "." : "", digits[i]);
	buf_text(&text, " đồng");
	return text.text;
}

const char *
catalogue_kind(const char *kind)
{
	if (!strcmp(kind, "original"))
		return _("original");
	return !strcmp(kind, "copy") ? _("copy") : _("certified copy");
}

json_t *
catalogue_words(void)
{
	static const struct {
		const char *key, *text;
	} all[] = {
		{ "title", N_("Administrative procedures") },
		{ "search", N_("Search by name, field or code") },
		{ "nothing", N_("Nothing found. Try fewer words.") },
		{ "clear", N_("Clear") },
		{ "procedures", N_("procedures") },
		{ "fields", N_("Fields") },
		{ "code", N_("Code") },
		{ "procedure", N_("Procedure") },
		{ "field", N_("Field") },
		{ "time", N_("Time allowed") },
		{ "time_and_fee", N_("Time and fee") },
		{ "fee", N_("Fee") },
		{ "channel", N_("How it is handed in") },
		{ "place", N_("Place") },
		{ "agency", N_("Deciding agency") },
		{ "legal_basis", N_("Legal basis") },
		{ "decision", N_("Published by decision") },
		{ "papers", N_("Papers to hand in") },
		{ "paper", N_("Paper") },
		{ "kind", N_("Kind") },
		{ "copies", N_("Copies") },
		{ "required", N_("Required") },
		{ "if_any", N_("if there is one") },
		{ "steps", N_("Steps") },
		{ "step", N_("Work") },
		{ "desk", N_("By") },
		{ "no", N_("No.") },
		{ "note", N_("Note") },
		{ "as_published", N_("As published") },
		{ "hotline", N_("Hotline") },
		{ "as_of", N_("As of") },
		{ "back", N_("All procedures") },
		{ "print", N_("Print") },
		{ "not_told", N_("not told") },
	};
	json_t *object = json_object();
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		json_object_set_new(object, all[i].key, json_string(_(all[i].text)));
	return object;
}
