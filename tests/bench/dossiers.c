/* SPDX-License-Identifier: MIT */
/*
 * dossiers - a CSV of invented dossiers for osq-dossier import
 *
 *	dossiers COUNT FROM TO PROCEDURES OFFICERS [SEED]
 *
 * COUNT dossiers received on the weekdays from FROM to TO (YYYY-MM-DD), within
 * working hours, in the order of time; their procedures and officers are the first
 * columns of the CSV files PROCEDURES and OFFICERS.  The same arguments give the
 * same bytes.
 * Nine of ten are finished early; what would be finished after TO is in process.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CODES_MAX 1000
#define ZONE      "+07:00"

static uint64_t state = 1;

/* xorshift64*: a number below N. */
static unsigned
draw(unsigned n)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (unsigned)((state * 2685821657736338717u) >> 33) % n;
}

#define PICK(list) list[draw(sizeof(list) / sizeof(*(list)))]

/* About as often as they are borne: how many a word finds decides what finding costs. */
static const char *const family[] = {
	"Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn",
	"Trần",   "Trần",   "Trần",   "Lê",     "Lê",     "Lê",     "Phạm",   "Phạm",
	"Huỳnh",  "Hoàng",  "Phan",   "Võ",     "Vũ",     "Đặng",   "Bùi",    "Đỗ",
	"Hồ",     "Ngô",    "Dương",  "Lý",     "Đào",    "Đoàn",   "Trịnh",  "Mai",
	"Cao",    "Lâm",    "Lương",  "Châu",   "Tô",     "Tạ",     "Kiều",   "Thạch",
};
static const char *const middle[] = {
	"Văn",  "Văn",    "Văn",   "Văn",   "Thị",   "Thị",  "Thị",   "Thị",
	"Hữu",  "Minh",   "Ngọc",  "Thanh", "Đức",   "Quốc", "Hoàng", "Xuân",
	"Kim",  "Mỹ",     "Thu",   "Bảo",   "Gia",   "Công", "Anh",   "Hồng",
	"Tuấn", "Phương", "Thành", "Như",   "Trung", "Diễm", "Đình",  "Khánh",
};
static const char *const given[] = {
	"An",    "Ánh",    "Ân",     "Bách",   "Bảo",   "Bình",  "Bích",   "Cảnh",
	"Chi",   "Chiến",  "Cúc",    "Cường",  "Danh",  "Diệp",  "Diệu",   "Dung",
	"Dũng",  "Duy",    "Duyên",  "Dương",  "Đại",   "Đạt",   "Đào",    "Đông",
	"Đức",   "Giang",  "Hà",     "Hải",    "Hạnh",  "Hào",   "Hân",    "Hậu",
	"Hiền",  "Hiếu",   "Hoa",    "Hòa",    "Hoài",  "Hoan",  "Hồng",   "Huệ",
	"Hùng",  "Huy",    "Huyền",  "Hưng",   "Hương", "Hường", "Kha",    "Khang",
	"Khánh", "Khoa",   "Khôi",   "Kiên",   "Kiều",  "Lam",   "Lan",    "Lâm",
	"Liên",  "Linh",   "Loan",   "Long",   "Lộc",   "Lợi",   "Luân",   "Ly",
	"Mai",   "Mẫn",    "Mạnh",   "Minh",   "My",    "Nam",   "Nga",    "Ngân",
	"Nghĩa", "Ngọc",   "Nguyên", "Nguyệt", "Nhân",  "Nhi",   "Nhung",  "Như",
	"Oanh",  "Phát",   "Phong",  "Phú",    "Phúc",  "Phụng", "Phương", "Phượng",
	"Quân",  "Quang",  "Quý",    "Quyên",  "Quỳnh", "Sang",  "Sinh",   "Sơn",
	"Sương", "Tài",    "Tâm",    "Tân",    "Thái",  "Thắm",  "Thắng",  "Thanh",
	"Thành", "Thảo",   "Thịnh",  "Thoa",   "Thơ",   "Thu",   "Thúy",   "Thủy",
	"Thư",   "Thương", "Tiên",   "Tiến",   "Tín",   "Toàn",  "Trâm",   "Trang",
	"Trí",   "Triều",  "Trinh",  "Trung",  "Trúc",  "Tú",    "Tuấn",   "Tùng",
	"Tuyền", "Tuyết",  "Tường",  "Uyên",   "Vân",   "Việt",  "Vinh",   "Vũ",
	"Vy",    "Xuân",   "Yến",
};

struct codes {
	char code[CODES_MAX][64];
	unsigned count;
};

static struct codes procedures, officers;

static void
read_codes(const char *path, struct codes *codes)
{
	FILE *file = fopen(path, "r");
	char line[4096];

	if (!file || !fgets(line, sizeof(line), file)) {
		perror(path);
		exit(66);
	}
	while (codes->count < CODES_MAX && fgets(line, sizeof(line), file))
		if (sscanf(line, "%63[^,\n]", codes->code[codes->count]) == 1)
			codes->count++;
	fclose(file);
	if (!codes->count) {
		fprintf(stderr, "dossiers: %s: no codes\n", path);
		exit(65);
	}
}

/* Days since 1970 of YYYY-MM-DD. */
static long
read_day(const char *text)
{
	struct tm tm = { 0 };

	if (!strptime(text, "%Y-%m-%d", &tm)) {
		fprintf(stderr, "dossiers: %s: no day\n", text);
		exit(64);
	}
	return (long)(timegm(&tm) / 86400);
}

static int
is_weekday(long day)
{
	return (day + 3) % 7 < 5; /* 1 January 1970 was a Thursday */
}

/* The SECOND of working time, of 30,600, on DAY: 07:00-11:30, 13:00-17:00. */
static long
work_moment(long day, unsigned second)
{
	return day * 86400 + 7 * 3600 + second + (second > 16200 ? 5400 : 0);
}

static const char *
code_of(const struct codes *codes)
{
	return codes->code[draw(codes->count)];
}

static const char *
moment(long local, char room[32])
{
	time_t t = local;
	struct tm tm;

	gmtime_r(&t, &tm);
	strftime(room, 32, "%Y-%m-%dT%H:%M:%S" ZONE, &tm);
	return room;
}

/* A working moment on or after the day of FROM and not before FROM. */
static long
later(long from, unsigned days)
{
	long day = from / 86400 + days, at;

	while (!is_weekday(day))
		day++;
	at = work_moment(day, draw(30600));
	return at < from ? from : at;
}

static void
put_dossier(long day, unsigned number, long received, long last)
{
	char r[32], f[32] = "", h[32] = "";
	long finished = later(received, draw(10) ? draw(4) : draw(30));
	long returned = later(finished, draw(3));
	const char *status = "processing";
	time_t t = day * 86400;
	struct tm tm;

	gmtime_r(&t, &tm);
	if (finished < (last + 1) * 86400 && draw(500)) {
		status = "finished";
		moment(finished, f);
		if (returned < (last + 1) * 86400 && draw(20)) {
			status = "returned";
			moment(returned, h);
		}
	}
	printf("000.17.22.H30-%02d%02d%02d-%04u,%s,%s %s %s,%s,%s,%s,,%s,%s,,%s,"
	       "093%09u,09%08u,\"Ấp %u, xã Trường Long A\"\n",
	       tm.tm_year % 100, tm.tm_mon + 1, tm.tm_mday, number, code_of(&procedures),
	       PICK(family), PICK(middle), PICK(given),
	       draw(3)  ? "counter" :
	       draw(10) ? "online" :
			  "post",
	       status, moment(received, r), f, h, code_of(&officers), draw(1000000000),
	       draw(100000000), draw(12) + 1);
}

/* The dossiers of a day, spread over it. */
static void
put_day(long day, long count, long last)
{
	long i;

	for (i = 0; i < count; i++) {
		unsigned from = (unsigned)(30600 * i / count);
		unsigned to = (unsigned)(30600 * (i + 1) / count);

		put_dossier(day, (unsigned)i + 1,
			    work_moment(day, from + draw(to > from ? to - from : 1)),
			    last);
	}
}

int
main(int argc, char **argv)
{
	long count, from, to, day, days = 0, before = 0, i = 0;

	if (argc < 6) {
		fprintf(stderr,
			"usage: dossiers COUNT FROM TO PROCEDURES OFFICERS [SEED]\n");
		return 64;
	}
	count = atol(argv[1]);
	from = read_day(argv[2]);
	to = read_day(argv[3]);
	read_codes(argv[4], &procedures);
	read_codes(argv[5], &officers);
	if (argc > 6)
		state = strtoull(argv[6], NULL, 10) | 1;
	for (day = from; day <= to; day++)
		days += is_weekday(day);
	puts("code,procedure,applicant,channel,status,received_at,due_at,finished_at,"
	     "returned_at,result,officer,id_number,phone,address");
	for (day = from; day <= to; day++)
		if (is_weekday(day)) {
			long until = count * ++i / days;

			put_day(day, until - before, to);
			before = until;
		}
	return fflush(stdout) != 0;
}
