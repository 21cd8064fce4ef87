/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "office/rules/addressed.h"

#include <cmocka.h>

static void
said(const char *name, const char *want)
{
	struct buf out = { 0 };

	buf_text(&out, "|"); /* what is there stays */
	addressed_agency(name, &out);
	assert_string_equal(out.text + 1, want);
	buf_free(&out);
}

static void
a_name_in_capitals_has_them_where_names_have(void **state)
{
	(void)state;
	said("UBND XÃ TRƯỜNG LONG A", "Ủy ban nhân dân xã Trường Long A");
	said("ỦY BAN NHÂN DÂN PHƯỜNG 12", "Ủy ban nhân dân phường 12");
	said("UBND THÀNH PHỐ CẦN THƠ", "Ủy ban nhân dân thành phố Cần Thơ");
	said("THÀNH PHỐ CẦN THƠ", "Thành phố Cần Thơ");
	said("UBND XÃ DÂN HÒA,  TỈNH QUẢNG NINH",
	     "Ủy ban nhân dân xã Dân Hòa, tỉnh Quảng Ninh");
	/* A level behind a level begins a name. */
	said("UBND XÃ XÃ TẮC", "Ủy ban nhân dân xã Xã Tắc");
	said("", "");
}

static void
a_name_with_small_letters_stays_as_it_is(void **state)
{
	(void)state;
	said("UBND xã Trường Long A", "Ủy ban nhân dân xã Trường Long A");
	said("Sở Tư pháp TP.HCM", "Sở Tư pháp TP.HCM");
	said("Văn phòng UBND tỉnh", "Văn phòng ủy ban nhân dân tỉnh");
}

static void
organisations_are_told_by_number_or_name(void **state)
{
	(void)state;
	assert_true(addressed_is_organisation("Minh Tâm", "0101248141"));
	assert_true(addressed_is_organisation("CÔNG TY TNHH A&B (Chi nhánh 2)", NULL));
	assert_true(
		addressed_is_organisation("Hộ kinh doanh Minh Tâm 3", "093085001234"));
	assert_true(addressed_is_organisation("Trường", NULL));
	assert_false(addressed_is_organisation("Trương Văn Tám", NULL));
	assert_false(addressed_is_organisation("Đoàn Văn Hậu", "093085001234"));
	assert_false(addressed_is_organisation(NULL, NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_in_capitals_has_them_where_names_have),
		cmocka_unit_test(a_name_with_small_letters_stays_as_it_is),
		cmocka_unit_test(organisations_are_told_by_number_or_name),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
