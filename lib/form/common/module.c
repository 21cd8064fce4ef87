/* SPDX-License-Identifier: MIT */
#include "form/common/module.h"

#include <dlfcn.h>
#include <stdio.h>

#include "base/installed.h"
#include "base/intl.h"

const void *
module_find(const char *name, const char *symbol, const char **why)
{
	static char missing[128];
	char place[64], path[PATH_MAX];
	const void *found;
	void *module;

	/* Only a file that exists is tried, so that the reason reported is the one that
	 * matters: a library that the module needs is missing, say. */
	snprintf(place, sizeof(place), "lib/osq/%s.so", name);
	if (!installed_file(place, path)) {
		snprintf(missing, sizeof(missing), _("%s is not installed"), place);
		*why = missing;
		return NULL;
	}
	if (!installed_safely(path)) {
		snprintf(missing, sizeof(missing), _("%s is not root's alone"), place);
		*why = missing;
		return NULL;
	}
	module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	found = module ? dlsym(module, symbol) : NULL;
	if (!found)
		*why = dlerror();
	return found;
}
