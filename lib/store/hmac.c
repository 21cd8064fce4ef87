/* SPDX-License-Identifier: MIT */
#include "store/hmac.h"

#include <sha256.h>
#include <string.h>

#define BLOCK SHA256_BLOCK_LENGTH

/* Hash the key, each of its bytes changed by MASK, and then the text. */
static void
begin_hash(SHA256_CTX *hash, const uint8_t key[static BLOCK], uint8_t mask)
{
	uint8_t block[BLOCK];
	size_t i;

	for (i = 0; i < BLOCK; i++)
		block[i] = key[i] ^ mask;
	SHA256Init(hash);
	SHA256Update(hash, block, BLOCK);
}

const char *
hmac_print(const void *key, size_t key_size, const void *message, size_t n,
	   char code[static HMAC_TEXT])
{
	uint8_t whole_key[BLOCK] = { 0 }, inner[SHA256_DIGEST_LENGTH];
	SHA256_CTX hash;

	if (key_size > BLOCK) { /* a key that is longer is hashed itself */
		SHA256Init(&hash);
		SHA256Update(&hash, key, key_size);
		SHA256Final(whole_key, &hash);
	} else {
		memcpy(whole_key, key, key_size);
	}
	begin_hash(&hash, whole_key, 0x36);
	SHA256Update(&hash, message, n);
	SHA256Final(inner, &hash);
	begin_hash(&hash, whole_key, 0x5c);
	SHA256Update(&hash, inner, sizeof(inner));
	SHA256End(&hash, code);
	return code;
}
