/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/intl.h"
#include "base/text.h"
#include "office/dossier.h"
#include "office/setting.h"

static const struct word channels[] = {
	{ "counter", "trực tiếp|tại quầy|1" },
	{ "online", "trực tuyến|2" },
	{ "post", "bưu chính|qua bưu điện|3" },
	{ NULL, NULL },
};

static const struct word statuses[] = {
	{ "received", "đã tiếp nhận|mới tiếp nhận" },
	{ "processing", "đang xử lý|đang giải quyết" },
	{ "paused", "tạm dừng|chờ bổ sung" },
	{ "finished", "đã giải quyết|đã có kết quả|có kết quả" },
	{ "returned", "đã trả kết quả" },
	{ "rejected", "từ chối|không tiếp nhận" },
	{ "withdrawn", "rút hồ sơ|đã rút" },
	{ "stopped", "dừng xử lý|dừng giải quyết" },
	{ NULL, NULL },
};

static const struct word standings[] = {
	{ "early", "sớm hạn|trước hạn" }, { "on_time", "đúng hạn" },
	{ "overdue", "quá hạn" },	  { "in_time", "trong hạn" },
	{ "at_risk", "sắp đến hạn" },	  { "late", "trễ hạn" },
	{ NULL, NULL },
};

static const struct word units[] = {
	{ "working-day", "ngày làm việc" },
	{ "day", "ngày" },
	{ "same-day", "trong ngày" },
	{ "working-hour", "giờ làm việc" },
	{ NULL, NULL },
};

const struct column dossier_columns[] = {
	{ "code", N_("Dossier"), COL_TEXT, 0, "Mã hồ sơ|Số hồ sơ", NULL },
	{ "procedure", N_("Procedure code"), COL_TEXT, COLUMN_REQUIRED,
	  "Mã TTHC|Mã thủ tục", NULL },
	{ "field", N_("Field"), COL_TEXT, COLUMN_DERIVED, "Lĩnh vực", NULL },
	{ "applicant", N_("Applicant"), COL_TEXT, COLUMN_REQUIRED,
	  "Họ tên|Họ và tên|Người nộp|Tên người nộp|Chủ hồ sơ", NULL },
	{ "channel", N_("Channel"), COL_WORD, 0, "Hình thức nộp|Kênh tiếp nhận|Hình thức",
	  channels },
	{ "status", N_("Status"), COL_WORD, 0, "Trạng thái|Tình trạng", statuses },
	{ "standing", N_("Standing"), COL_WORD, COLUMN_DERIVED, "Tình trạng hạn",
	  standings },
	{ "received_at", N_("Received"), COL_TIME, COLUMN_REQUIRED,
	  "Ngày tiếp nhận|Ngày nhận|Thời gian tiếp nhận", NULL },
	{ "due_at", N_("Due"), COL_TIME, 0, "Ngày hẹn trả|Hạn trả|Ngày hẹn", NULL },
	{ "finished_at", N_("Finished"), COL_TIME, 0,
	  "Ngày kết thúc xử lý|Ngày có kết quả|Ngày hoàn thành|Hoàn thành", NULL },
	{ "returned_at", N_("Returned"), COL_TIME, 0, "Ngày trả kết quả|Ngày trả", NULL },
	{ "result", N_("Result"), COL_TEXT, 0, "Kết quả", NULL },
	{ "officer", N_("Officer"), COL_TEXT, 0, "Cán bộ tiếp nhận|Công chức|Mã cán bộ", NULL },
	{ "ticket", N_("Ticket"), COL_TEXT, 0, "Số thứ tự", NULL },
	{ "id_number", N_("Personal ID"), COL_TEXT, COLUMN_HIDDEN, "Số CCCD|Số CMND|Số định danh",
	  NULL },
	{ "phone", N_("Telephone"), COL_TEXT, COLUMN_HIDDEN, "Điện thoại|Số điện thoại|SĐT",
	  NULL },
	{ "address", N_("Address"), COL_TEXT, COLUMN_HIDDEN, "Địa chỉ", NULL },
	{ "time_limit", N_("Time limit"), COL_INT, COLUMN_HIDDEN,
	  "Thời hạn giải quyết|Thời hạn", NULL },
	{ "time_unit", N_("Unit"), COL_WORD, COLUMN_HIDDEN, "Đơn vị thời hạn|Đơn vị",
	  units },
	{ "fee", N_("Fee"), COL_MONEY, COLUMN_HIDDEN, "Phí, lệ phí|Lệ phí", NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

/* The columns above, from a dossier d, its procedure p and officer o. */
#define LIST_SELECT                                                                      \
	"SELECT d.code, p.code, p.field, d.applicant, d.channel, d.status,"              \
	"       " DOSSIER_STANDING " AS standing, d.received_at, d.due_at, d.finished_at,"           \
	"       d.returned_at, d.result, o.code, d.ticket, d.id_number, d.phone,"        \
	"       d.address, d.time_limit, d.time_unit, d.fee"                             \
	"  FROM dossier d JOIN procedure p ON p.id = d.procedure_id"                     \
	"  LEFT JOIN officer o ON o.id = d.officer_id"

#define LIST_REST                                                                        \
	"   AND (:standing IS NULL OR " DOSSIER_STANDING " = :standing)"                 \
	"   AND (:status IS NULL OR d.status = :status)"                                 \
	"   AND (:channel IS NULL OR d.channel = :channel)"                              \
	"   AND (:procedure IS NULL OR p.code = :procedure)"                             \
	"   AND (:officer IS NULL OR o.code = :officer)"                                 \
	"   AND (:field IS NULL OR matches(p.field, :field))"                            \
	"   AND (:text IS NULL"                                                          \
	"        OR matches(d.applicant || ' ' || p.name || ' ' || d.code, :text))"

static const char one_sql[] = LIST_SELECT " WHERE d.code = :code" LIST_REST;

static const char *const by_sql[] = {
	[BY_RECEIVED] = LIST_SELECT " WHERE d.received_at >= :from AND d.received_at < :to" LIST_REST
				    " ORDER BY d.received_at, d.id",
	[BY_DUE] = LIST_SELECT " WHERE d.due_at >= :from AND d.due_at < :to" LIST_REST
			       " ORDER BY d.due_at, d.id",
	[BY_FINISHED] = LIST_SELECT
	" WHERE d.finished_at >= :from AND d.finished_at < :to" LIST_REST
	" ORDER BY d.finished_at, d.id",
};

enum status
dossier_risk(struct office *office, int64_t *risk)
{
	struct calendar *calendar = NULL;
	int64_t days = 0;
	enum status st;

	*risk = office->now;
	if ((st = setting_number(office, "at_risk_days", day_of(office->now), &days)) || !days)
		return st;
	if (!(st = calendar_load(office, &calendar))) {
		/* An office without hours has no working days; nothing is at risk. */
		if (calendar_next_open(calendar, office->now) >= 0)
			st = calendar_due(calendar, UNIT_WORKING_DAY, (int)days, office->now,
					  risk);
	}
	calendar_free(calendar);
	return st;
}

static enum status
check_word(const char *value, const struct word *words, const char *what)
{
	struct buf all = { 0 };

	if (!value)
		return OK;
	for (; words->code; words++) {
		if (!strcmp(words->code, value)) {
			buf_free(&all);
			return OK;
		}
		buf_print(&all, "%s%s", all.length ? " " : "", words->code);
	}
	fail(USAGE, _("%s: there is no '%s'"), what, value);
	fail_hint(USAGE, "%s", all.text);
	buf_free(&all);
	return USAGE;
}

/* A word of a query as it is looked for, in ROOM; NULL stays NULL. */
static const char *
folded(const char *text, char room[static 512])
{
	if (!text)
		return NULL;
	if (!text_fold(text, room, 512)) /* no letter in it: nothing is like that */
		text_copy(room, 512, "?");
	return room;
}

enum status
dossier_list(struct office *office, const struct dossier_filter *f, struct sink *sink)
{
	char field[512], text[512];
	struct query q;
	int64_t risk, id;
	enum status st;

	if ((st = check_word(f->standing, standings, "--standing")) ||
	    (st = check_word(f->status, statuses, "--status")) ||
	    (st = check_word(f->channel, channels, "--channel")) ||
	    (f->officer && (st = officer_id(office, f->officer, &id))) ||
	    (f->procedure && (st = procedure_id(office, f->procedure, &id))) ||
	    (st = dossier_risk(office, &risk)))
		return st;
	query_open(&q, office->store, f->code ? one_sql : by_sql[f->by]);
	if (f->code)
		query_text(&q, ":code", f->code);
	if (!f->code) {
		query_int(&q, ":from", day_moment(f->days.from, 0));
		query_int(&q, ":to", day_moment(f->days.to + 1, 0));
	}
	query_int(&q, ":now", office->now);
	query_int(&q, ":risk", risk);
	query_text(&q, ":standing", f->standing);
	query_text(&q, ":status", f->status);
	query_text(&q, ":channel", f->channel);
	query_text(&q, ":procedure", f->procedure);
	query_text(&q, ":officer", f->officer);
	query_text(&q, ":field", folded(f->field, field));
	query_text(&q, ":text", folded(f->text, text));
	return query_rows(&q, dossier_columns, sink);
}
