/* SPDX-License-Identifier: MIT */
#include "form/writer.h"

#include <dlfcn.h>
#include <limits.h>

#include "base/intl.h"

/* Only a file that is there is tried, so that the reason told is the one that
 * matters: a library that the module needs is missing, say. */
static void *
load(void)
{
	char path[PATH_MAX];

	if (!intl_installed("lib/osq/form-xlsx.so", path))
		return NULL;
	return dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

enum status
xlsx_format(const struct format **format)
{
	static const struct format *loaded; /* a module is never unloaded again */
	const char *why;
	void *module;

	if (!loaded) {
		dlerror();
		module = load();
		if (module)
			loaded = dlsym(module, "format_xlsx");
	}
	if (!loaded) {
		why = dlerror();
		fail(UNAVAILABLE, _("XLSX is not available: %s"),
		     why ? why : _("form-xlsx.so is not installed"));
		return fail_hint(UNAVAILABLE, _("-f excel makes a CSV for spreadsheets"));
	}
	*format = loaded;
	return OK;
}
