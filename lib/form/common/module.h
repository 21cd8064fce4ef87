/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_COMMON_MODULE_H
#define OSQ_FORM_COMMON_MODULE_H

/*
 * What few runs need and what costs every start to link lies in modules of this
 * installation, lib/osq/NAME.so, and is loaded when asked for (see ARCHITECTURE.md).
 *
 * Returns SYMBOL of the module NAME ("form-xlsx"); NULL when it cannot be had, with
 * the reason in *WHY, valid until the next call.  A module is never unloaded.
 */
const void *module_find(const char *name, const char *symbol, const char **why);

#endif
