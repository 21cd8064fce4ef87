#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Every figure reconciles with the list behind it, on random data.  SEED=n tries
# another lot.

load helper

setup() {
	office
	SEED=${SEED:-2695}
	echo "SEED=$SEED"
}

@test "form II.06a: every figure is the count of its list, for random periods" {
	python3 "$BATS_TEST_DIRNAME/reconcile.py" make "$SEED" 3000 >random.csv
	try osq-dossier import random.csv
	like 0 '3000 added, 0 changed, 0 unchanged' '?(*promises that may move*)'
	try osq-dossier import random.csv
	like 0 '0 added, 0 changed, 3000 unchanged' '?(*promises that may move*)'
	# Each end without a result counts by the rule of its own day; an upgrade wrote the
	# day from which late ones count.
	osq-admin config count_withdrawn aside
	osq-admin config count_withdrawn on_time --since 2024-03-20
	osq-admin config count_withdrawn aside --since 2025-01-05
	osq-admin config count_withdrawn ended --since 2025-10-08
	sqlite3 "$OSQ_DB" "INSERT INTO setting VALUES ('late_ends', '0001-01-01', 'no'),
		('late_ends', '2024-09-15', 'yes')"
	run python3 "$BATS_TEST_DIRNAME/reconcile.py" check "$SEED" 40
	echo "$output"
	[ "$status" = 0 ]
	content
}

# A morning at four counters, as the dice fall.
random_day() {
	local n counter ticket verb minute
	local services=(civil certify social result online)

	RANDOM=$SEED
	osq-admin config no_show_calls 1
	osq-call open -c 1 --officer hoa
	osq-call open -c 2 --officer binh
	osq-call open -c 3 --officer lan
	for n in $(seq 150); do
		minute=$((n * 2))
		at "$(printf '%02d:%02d:%02d' $((7 + minute / 60)) $((minute % 60)) $((RANDOM % 60)))"
		counter=$((RANDOM % 3 + 1))
		case $((RANDOM % 12)) in
		[0-4]) osq-ticket issue "${services[RANDOM % 5]}" ;;
		[5-6]) osq-call next -c $counter || true ;;
		7) osq-call start -c $counter || true ;;
		8) osq-call done -c $counter || true ;;
		9) osq-call no-show -c $counter || true ;;
		10)
			ticket=$(osq-ticket list --status waiting --csv --no-header -o ticket | head -n 1)
			verb=$((RANDOM % 2))
			if [ -n "$ticket" ] && [ $verb = 0 ]; then
				osq-ticket cancel "$ticket"
			elif [ -n "$ticket" ]; then
				osq-call transfer "$ticket" --to social
			fi
			;;
		11) osq-call hold -c $counter || true ;;
		esac
	done >/dev/null 2>&1
	at 17:00
}

@test "the day's visits: the report counts what the list shows" {
	random_day
	osq-ticket list --json >tickets.json
	osq-report day --json >day.json
	jq -c '[length] + [("done", "no_show", "cancelled", "unserved") as $s |
		map(select(.status == $s)) | length] +
		[map(select(.status | IN("waiting", "called", "serving", "held"))) | length]' \
		tickets.json >listed
	jq -c '[("drawn", "served", "no_show", "cancelled", "unserved", "open") as $k |
		[.services[][$k]] | add]' day.json | diff listed -
	[ "$(jq '.[0] > 30 and .[1] > 3 and .[2] > 0 and .[3] > 0 and .[5] > 0' listed)" = true ]
	# Each service: drawn + came = served + sent_on + no_show + cancelled + unserved +
	# open, and a number's letter is that of the service it was drawn for.
	jq -e '.services | all(.drawn + .came ==
		.served + .sent_on + .no_show + .cancelled + .unserved + .open)' day.json
	jq -e '.services | (map(.came) | add) as $came | $came == (map(.sent_on) | add) and $came > 0' day.json
	osq-admin list services --json | jq -r '.[] | .prefix + " " + .name' | sort >prefixes
	jq -r '.[].ticket[:1]' tickets.json | sort | uniq -c | awk '{ print $2, $1 }' |
		join - prefixes | cut -d' ' -f 2- | sort >drawn
	jq -r '.services[] | select(.drawn > 0) | "\(.drawn) \(.name)"' day.json | sort | diff drawn -
	# Each officer: the visits that ended as served with them.
	jq -r '.[] | select(.status == "done") | .officer' tickets.json | sort | uniq -c |
		awk '{ print $2, $1 }' >served
	osq-report officers --json -o officer,served |
		jq -r '.[] | select(.served > 0) | "\(.officer) \(.served)"' | sort | diff served -
	content
}
