# SPDX-License-Identifier: MIT
# The article's year as CSV: 2,695 dossiers of 2023 up to 6 November, of which 2,530
# were finished before their day and 165 on it.  Reads procedures.csv (its code,
# time_limit and time_unit stand before and behind the name, so fields are counted
# from the right place) and holidays.csv; the same seed gives the same file.
#
#	awk -f dossiers.awk holidays.csv procedures.csv
#
# Early: a procedure of three working days or more, finished the next working day.
# On time: a procedure of the same day, finished an hour or two after receipt.
BEGIN {
	srand(2023)
	split("Nguyễn Trần Lê Phạm Huỳnh Võ Phan Trương Bùi Đặng Đỗ Hồ", family, " ")
	split("Văn Thị Hữu Ngọc Minh Thanh Kim Quốc", middle, " ")
	split("Phúc An Bình Cường Dung Hạnh Hiếu Hoa Hùng Lan Linh Long Mai Nam Nga Phương " \
	      "Quang Sơn Tâm Thảo Tùng Vân Xuân Yến", given, " ")
	officers = split("hoa binh lan duc mai", officer, " ")
}

# A CSV line into cell[1..], quotes and all.
function cells(line,   n, c, part, quoted) {
	n = 1
	part = ""
	quoted = 0
	while (line != "") {
		c = substr(line, 1, 1)
		line = substr(line, 2)
		if (c == "\"")
			quoted = !quoted
		else if (c == "," && !quoted) {
			cell[n++] = part
			part = ""
		} else
			part = part c
	}
	cell[n] = part
	return n
}

function name() {
	return pick(family, 12) " " pick(middle, 8) " " pick(given, 24)
}

function pick(list, n) {
	return list[1 + int(rand() * n)]
}

FNR == 1 { file++; next }

file == 1 { off[substr($0, 1, 10)] = $0 ~ /,off,/; next }

{
	cells($0)
	if (cell[5] == "same-day")
		same[++sames] = cell[1]
	else if (cell[5] == "working-day" && cell[4] >= 3)
		slow[++slows] = cell[1]
}

function is_leap(y) { return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) }

# The working days of 2023 up to 6 November, in order, into day[1..days].
function find_days(   m, d, weekday, text, length_of) {
	split("31 28 31 30 31 30 31 31 30 31 30 31", length_of, " ")
	weekday = 7 # 1 January 2023 was a Sunday
	for (m = 1; m <= 11; m++)
		for (d = 1; d <= length_of[m] && !(m == 11 && d > 6); d++) {
			text = sprintf("2023-%02d-%02d", m, d)
			if (weekday <= 5 && !off[text])
				day[++days] = text
			weekday = weekday % 7 + 1
		}
}

function clock(minute) {
	return sprintf("%02d:%02d", int(minute / 60), minute % 60)
}

# One dossier, received on day[i]; LATE tells how many working days later it ends.
function dossier(code, i, late,   start, end) {
	start = late ? 7 * 60 + 5 + int(rand() * 260) : 7 * 60 + 5 + int(rand() * 180)
	end = late ? 8 * 60 + int(rand() * 200) : start + 20 + int(rand() * 60)
	printf "%s,%s,%s,%sT%s,%sT%s,%sT%s,Đã giải quyết,%s\n", code, name(),
		rand() < 0.6 ? "counter" : rand() < 0.9 ? "online" : "post",
		day[i], clock(start), day[i + late], clock(end), day[i + late],
		clock(end + 5 + int(rand() * 15)), pick(officer, officers)
}

END {
	find_days()
	print "procedure,applicant,channel,received_at,finished_at,returned_at,result,officer"
	total = 2695
	early = 2530
	for (k = 0; k < total; k++) {
		# Spread over the days, the last of which only finishes.
		i = 1 + int(k * (days - 1) / total)
		# 165 of 2,695, evenly: as many as the rule of three has passed.
		if (int((k + 1) * (total - early) / total) > int(k * (total - early) / total))
			dossier(pick(same, sames), i, 0)
		else
			dossier(pick(slow, slows), i, 1)
	}
}
