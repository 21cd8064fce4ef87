/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_COMMON_MODULE_H
#define OSQ_FORM_COMMON_MODULE_H

/*
 * Code that few runs need, and that would slow every start if it were linked in, lies in
 * modules of this installation, lib/osq/NAME.so, and is loaded on demand (see
 * ARCHITECTURE.md).
 *
 * Returns SYMBOL of the module NAME ("form-xlsx"); NULL when it cannot be loaded, with
 * the reason in *WHY, valid until the next call.  A module is never unloaded.
 */
const void *module_find(const char *name, const char *symbol, const char **why);

#endif
