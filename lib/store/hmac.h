/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_HMAC_H
#define OSQ_STORE_HMAC_H

#include <stddef.h>

#define HMAC_TEXT 65 /* room for a code: 64 hexadecimal digits */

/*
 * HMAC-SHA-256 (RFC 2104) of the MESSAGE of N bytes under KEY, as hexadecimal digits.
 * Returns CODE.  It stands for the message to whoever has the key, and tells nobody else
 * anything of it.
 */
const char *hmac_print(const void *key, size_t key_size, const void *message, size_t n,
		       char code[static HMAC_TEXT]);

#endif
