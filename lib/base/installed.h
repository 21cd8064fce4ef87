/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_INSTALLED_H
#define OSQ_BASE_INSTALLED_H

#include <limits.h>
#include <stdbool.h>

/*
 * Where what belongs to the program lies: found from where the program itself does
 * (PREFIX/bin beside PREFIX/share and PREFIX/lib), so that a build tree, an installed
 * tree and a moved one all work.
 */

/* The file PLACE ("share/osq/slip/slip.html", "lib/osq/form-xlsx.so") of this
 * installation into PATH: beside the program, else under the prefix that it was built
 * for (a test lies elsewhere).  False when there is none that can be read; PATH then
 * is where it should be. */
bool installed_file(const char *place, char path[static PATH_MAX]);

#endif
