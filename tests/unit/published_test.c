/* SPDX-License-Identifier: MIT */
/* Times and fees as authorities publish them. */
#include "office/rules/published.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h> /* last: its fail() is not ours */

#define WD UNIT_WORKING_DAY
#define D  UNIT_DAY
#define SD UNIT_SAME_DAY
#define WH UNIT_WORKING_HOUR
#define NOTHING                                                                          \
	{                                                                                \
		-1, 0                                                                    \
	}

struct time_case {
	const char *text;
	struct {
		int limit; /* -1: not found */
		enum time_unit unit;
	} of[PUBLISHED_CHANNELS];
	bool doubtful;
};

static const struct time_case times[] = {
	{ "05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ",
	  { { 5, WD }, NOTHING, NOTHING },
	  false },
	{ "Trong ngày; nếu nhận sau 15 giờ thì trả ngày làm việc tiếp theo",
	  { { 0, SD }, NOTHING, NOTHING },
	  false },
	{ "Ngay trong ngày tiếp nhận yêu cầu hoặc trong ngày làm việc tiếp theo, nếu tiếp nhận yêu "
	  "cầu sau 15 giờ.",
	  { { 0, SD }, NOTHING, NOTHING },
	  false },
	{ "Không quá 03 ngày làm việc (online), 05 ngày",
	  { { 5, D }, { 3, WD }, NOTHING },
	  true },
	{ "Trực tuyến: 03 ngày làm việc; trực tiếp: 05 ngày làm việc",
	  { { 5, WD }, { 3, WD }, NOTHING },
	  false },
	{ "- Trực tiếp: 05 ngày làm việc\n- Trực tuyến: 04 ngày làm việc\n"
	  "- Dịch vụ bưu chính: 07 ngày làm việc",
	  { { 5, WD }, { 4, WD }, { 7, WD } },
	  false },
	{ "05 (năm) ngày làm việc", { { 5, WD }, NOTHING, NOTHING }, false },
	{ "20 ngày", { { 20, D }, NOTHING, NOTHING }, false },
	{ "12 ngày (không kể ngày nghỉ)", { { 12, D }, NOTHING, NOTHING }, true },
	{ "20 ngày, không tính thứ bảy, chủ nhật và ngày lễ",
	  { { 20, D }, NOTHING, NOTHING },
	  true },
	{ "05 ngày làm việc, trừ ngày nghỉ, ngày lễ",
	  { { 5, WD }, NOTHING, NOTHING },
	  false },
	{ "ĐĂNG KÝ: 30 NGÀY", { { 30, D }, NOTHING, NOTHING }, false },
	{ "16 giờ làm việc", { { 16, WH }, NOTHING, NOTHING }, false },
	{ "24 giờ", { { 24, WH }, NOTHING, NOTHING }, true },
	{ "05 - 07 ngày làm việc", { { 7, WD }, NOTHING, NOTHING }, true },
	{ "1/2 ngày làm việc", { { 4, WH }, NOTHING, NOTHING }, false },
	{ "2,5 ngày làm việc", { { 20, WH }, NOTHING, NOTHING }, false },
	{ "0,5 ngày làm việc", { { 4, WH }, NOTHING, NOTHING }, false },
	{ "Trong thời hạn 1,5 ngày", { { 12, WH }, NOTHING, NOTHING }, false },
	{ "½ ngày", { { 4, WH }, NOTHING, NOTHING }, false },
	{ "1½ ngày làm việc", { { 12, WH }, NOTHING, NOTHING }, false },
	{ "nửa ngày làm việc", { { 4, WH }, NOTHING, NOTHING }, false },
	{ "10.5 ngày làm việc", { { 84, WH }, NOTHING, NOTHING }, false },
	{ "2,25 ngày", { { 25, D }, NOTHING, NOTHING }, true },
	{ "15ngày làm việc", { { 15, WD }, NOTHING, NOTHING }, false },
	{ "15 NLV", { { 15, WD }, NOTHING, NOTHING }, false },
	{ "Mười lăm ngày làm việc", { { 15, WD }, NOTHING, NOTHING }, false },
	{ "Hai mươi ngày", { { 20, D }, NOTHING, NOTHING }, false },
	{ "Từ 3 đến 5 ngày", { { 5, D }, NOTHING, NOTHING }, true },
	{ "3 - 5 ngày làm việc", { { 5, WD }, NOTHING, NOTHING }, true },
	{ "20 ngày (không kể thời gian người dân nộp tiền)",
	  { { 20, D }, NOTHING, NOTHING },
	  true },
	{ "15 ngày làm việc, không kể thời gian thực hiện",
	  { { 15, WD }, NOTHING, NOTHING },
	  true },
	{ "05 ngày làm việc (giảm 02 ngày so với quy định)",
	  { { 5, WD }, NOTHING, NOTHING },
	  true },
	{ "05 ngày làm việc nếu hồ sơ phức tạp", { { 5, WD }, NOTHING, NOTHING }, true },
	/* A narrow column breaks a sentence; a new item begins another. */
	{ "15 ngày\nlàm việc", { { 15, WD }, NOTHING, NOTHING }, false },
	{ "15\r\nngày làm\nviệc", { { 15, WD }, NOTHING, NOTHING }, false },
	{ "Trong\n15 ngày làm việc", { { 15, WD }, NOTHING, NOTHING }, false },
	{ "Trực tiếp: 05 ngày\nlàm việc\nTrực tuyến: 03 ngày làm việc",
	  { { 5, WD }, { 3, WD }, NOTHING },
	  false },
	{ "Trong thời hạn 05 ngày làm việc, kể từ ngày nhận được hồ sơ đầy đủ, hợp lệ theo "
	  "quy định tại Bộ phận Một cửa UBND xã",
	  { { 5, WD }, NOTHING, NOTHING },
	  false },
	{ "Trong ngày làm việc hoặc ngày làm việc tiếp theo nếu nhận hồ sơ sau 15 giờ",
	  { { 0, SD }, NOTHING, NOTHING },
	  false },
	{ "03 ngày làm việc; trường hợp phải xác minh thì không quá 08 ngày làm việc",
	  { { 3, WD }, NOTHING, NOTHING },
	  true },
	{ "02 tháng", { { 60, D }, NOTHING, NOTHING }, true },
	{ "02 tuần", { { 14, D }, NOTHING, NOTHING }, false },
	{ "Trực tuyến: 03 ngày làm việc", { { 3, WD }, { 3, WD }, NOTHING }, true },
	{ "Nộp trực tuyến hoặc qua bưu chính: 3 ngày làm việc",
	  { { 3, WD }, NOTHING, NOTHING },
	  true },
	{ "Theo quy định của pháp luật", { NOTHING, NOTHING, NOTHING }, true },
	{ "99999999999999999999 ngày", { NOTHING, NOTHING, NOTHING }, true },
	{ "0 ngày", { NOTHING, NOTHING, NOTHING }, true },
	{ "", { NOTHING, NOTHING, NOTHING }, true },
	{ "((((", { NOTHING, NOTHING, NOTHING }, true },
	{ "(", { NOTHING, NOTHING, NOTHING }, true },
};

static void
a_time_is_read_as_people_read_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++) {
		struct published_times read;

		published_time_read(times[i].text, &read);
		print_message("# time %zu\n", i);
		for (int c = 0; c < PUBLISHED_CHANNELS; c++) {
			assert_int_equal(read.of[c].found, times[i].of[c].limit >= 0);
			if (!read.of[c].found)
				continue;
			assert_int_equal(read.of[c].limit, times[i].of[c].limit);
			assert_int_equal(read.of[c].unit, times[i].of[c].unit);
		}
		assert_int_equal(read.doubt != NULL, times[i].doubtful);
	}
}

static const struct {
	const char *text;
	int64_t of[PUBLISHED_CHANNELS]; /* -1: not found */
	bool doubtful;
} fees[] = {
	{ "15.000 đồng", { 15000, -1, -1 }, false },
	{ "15,000 đồng", { 15000, -1, -1 }, false },
	{ "15000đ", { 15000, -1, -1 }, false },
	{ "Không", { 0, -1, -1 }, false },
	{ "Lệ phí: Không", { 0, -1, -1 }, false },
	{ "Không thu phí.", { 0, -1, -1 }, false },
	{ "Miễn phí", { 0, -1, -1 }, false },
	{ "0", { 0, -1, -1 }, false },
	{ "8.000đ/bản", { 8000, -1, -1 }, false },
	{ "8.000 đồng/bản sao", { 8000, -1, -1 }, false },
	{ "1,5 triệu đồng", { 1500000, -1, -1 }, false },
	{ "50 nghìn đồng", { 50000, -1, -1 }, false },
	{ "4.500.000 VNĐ", { 4500000, -1, -1 }, false },
	{ "Trực tiếp: 15.000 đồng; trực tuyến: 7.500 đồng", { 15000, 7500, -1 }, false },
	{ "15.000 đồng (trực tiếp), không thu (trực tuyến)", { 15000, 0, -1 }, false },
	{ "2.000 đồng/trang; từ trang thứ 3 trở lên thu 1.000 đồng/trang",
	  { 2000, -1, -1 },
	  true },
	{ "Không; trường hợp quá hạn: 8.000 đồng", { 0, -1, -1 }, true },
	{ "Theo Nghị quyết số 12/2020/NQ-HĐND", { -1, -1, -1 }, true },
	{ "Không quy định", { -1, -1, -1 }, true },
	{ "", { -1, -1, -1 }, true },
};

static void
a_fee_is_read_as_people_read_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(fees) / sizeof(*fees); i++) {
		struct published_fees read;

		published_fee_read(fees[i].text, &read);
		print_message("# fee %zu\n", i);
		for (int c = 0; c < PUBLISHED_CHANNELS; c++) {
			assert_int_equal(read.of[c].found, fees[i].of[c] >= 0);
			if (read.of[c].found)
				assert_int_equal(read.of[c].amount, fees[i].of[c]);
		}
		assert_int_equal(read.doubt != NULL, fees[i].doubtful);
	}
}

/* Whatever is in it: no more than a doubt. */
static void
any_text_is_survived(void **state)
{
	static const char *const bits[] = {
		"(",    ")",        "5",          "ngày",
		" ",    "làm việc", "trực tuyến", ",",
		".",    ";",        "000",        "đồng",
		"1/2",  "triệu",    "không",      "9999999999999",
		"\n",   "sau",      "giờ",        "\xc4\x91",
		"trong"
	};
	unsigned seed = 1;

	(void)state;
	for (int n = 0; n < 20000; n++) {
		char text[512] = "";
		struct published_times time;
		struct published_fees fee;

		for (int k = n % 24; k >= 0; k--) {
			seed = seed * 1103515245 + 12345;
			strcat(text, bits[(seed >> 16) % (sizeof(bits) / sizeof(*bits))]);
		}
		published_time_read(text, &time);
		published_fee_read(text, &fee);
		assert_true(time.of[0].found || time.doubt);
		assert_true(fee.of[0].found || fee.doubt);
		for (int c = 0; c < PUBLISHED_CHANNELS; c++) {
			if (time.of[c].found && time.of[c].unit != UNIT_SAME_DAY)
				assert_in_range(time.of[c].limit, 1, 3660);
			assert_true(fee.of[c].amount >= 0);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_time_is_read_as_people_read_it),
		cmocka_unit_test(a_fee_is_read_as_people_read_it),
		cmocka_unit_test(any_text_is_survived),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
