/* SPDX-License-Identifier: MIT */
#include "store/hmac.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* HMAC-SHA-256 of the cases of RFC 4231. */
static void
holds_the_cases_of_rfc_4231(void **state)
{
	char key[131], data[50], code[HMAC_TEXT];
	const char large[] = "Test Using Larger Than Block-Size Key - Hash Key First";

	(void)state;
	memset(key, 0x0b, 20);
	assert_string_equal(
		hmac_print(key, 20, "Hi There", 8, code),
		"b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
	assert_string_equal(
		hmac_print("Jefe", 4, "what do ya want for nothing?", 28, code),
		"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	memset(key, 0xaa, sizeof(key));
	memset(data, 0xdd, sizeof(data));
	assert_string_equal(
		hmac_print(key, 20, data, sizeof(data), code),
		"773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
	assert_string_equal(
		hmac_print(key, sizeof(key), large, strlen(large), code),
		"60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_the_cases_of_rfc_4231),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
