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

/* Whether what is at PATH may become part of this process: always, unless it was started
 * with rights that its user has not; then only root may be able to change it, or put
 * another in its place.  (The program may have been linked into a folder of his.) */
bool installed_safely(const char *path);

#endif
