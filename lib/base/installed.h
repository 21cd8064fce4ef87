/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_INSTALLED_H
#define OSQ_BASE_INSTALLED_H

#include <limits.h>
#include <stdbool.h>

/*
 * Finding the files that belong to the program, starting from where the program itself
 * lies (PREFIX/bin next to PREFIX/share and PREFIX/lib), so that a build tree, an
 * installed tree and a moved one all work.
 */

/* The file PLACE ("share/osq/slip/slip.html", "lib/osq/form-xlsx.so") of this
 * installation, its full name written into PATH: near the program, else under the prefix
 * that it was built for (a unit test lies elsewhere).  False when there is no such file
 * that can be read; PATH is then where it should be. */
bool installed_file(const char *place, char path[static PATH_MAX]);

#endif
