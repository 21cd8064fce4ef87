/* SPDX-License-Identifier: MIT */
#include "office/rules/weekday.h"

#include "base/fold.h"

/* As fold_listed() takes them, which asks neither for case nor for accents. */
static const char *const written[8] = {
	[1] = "2|T2|Thứ 2|Thứ Hai|Hai|Monday",
	[2] = "3|T3|Thứ 3|Thứ Ba|Ba|Tuesday",
	[3] = "4|T4|Thứ 4|Thứ Tư|Tư|Wednesday",
	[4] = "5|T5|Thứ 5|Thứ Năm|Năm|Thursday",
	[5] = "6|T6|Thứ 6|Thứ Sáu|Sáu|Friday",
	[6] = "7|T7|Thứ 7|Thứ Bảy|Thứ Bẩy|Bảy|Bẩy|Saturday",
	[7] = "CN|C.N|C.N.|Chủ nhật|Chúa nhật|Sunday",
};

int
weekday_read(const char *text)
{
	for (int weekday = 1; weekday <= 7; weekday++)
		if (fold_listed(written[weekday], text))
			return weekday;
	return -1;
}
