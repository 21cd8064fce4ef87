#!/bin/sh
# SPDX-License-Identifier: MIT
# What is written twice says the same, and a floor does no other's work.  Prints
# what drifted, a line each, and fails when there is any.
# shellcheck disable=SC2013  # no name here has a blank
set -eu
export LC_ALL=C.UTF-8 LANGUAGE=en
cd "$(dirname "$0")/../.."
case ${B:=build} in
/*) bin=$B/bin ;;
*) bin=$PWD/$B/bin ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
found=$work/found
: >"$found"

drift() {
	printf '%s\n' "$*" >>"$found"
}

# ---- the manual ----

commands=$(sed -n 's/^COMMANDS *= *//p' Makefile)

has_word() { # FILE WORD
	grep -qE "(^|[^a-z_-])$2([^a-z_-]|\$)" "$1"
}

# The formats are told once, in the tour.
formats=$("$bin/osq-report" --complete day --format '' | cut -f 1)
for format in $formats; do
	grep -qx "\.It Cm $format" man/osq.7 || drift "man/osq.7: the format $format is missing"
done

check_option() { # PAGE OPTION
	! printf '%s\n' "$formats" | grep -qxe "$2" || return 0
	grep -E '(^|[. ])(Fl|Op) ' "$1" | grep -qE -e "(Fl|,) -$2([ ,]|\$)" ||
		drift "$1: --$2 is missing"
}

# Verbs that print the same have their columns in one entry: of one of them, of a section, or
# of a page that this one points to.  The COLUMNS that the entry with most of them lacks.
missing_columns() { # COLUMNS PAGES
	awk '
		NR == FNR { columns[++n] = $1; next }
		function look(i, lacks, found) {
			for (i = 1; i <= n; i++)
				if (entry ~ ("(^|[^a-z_-])" columns[i] "([^a-z_-]|$)")) found++
				else lacks = lacks columns[i] "\n"
			if (section != "EXAMPLES" && found > most) { most = found; least = lacks }
			entry = ""
		}
		/^\.S[hs] / || (depth == 1 && /^\.It /) { look() }
		/^\.S[hs] / { depth = 0 }
		/^\.Sh / { section = $2 }
		/^\.Bl / { depth++ }
		/^\.El/ { depth-- }
		{ entry = entry $0 "\n" }
		END {
			look()
			if (most) printf "%s", least
			else for (i = 1; i <= n; i++) print columns[i]
		}
	' "$1" "$2"
}

check_verb() { # COMMAND PAGE [VERB]
	command=$1 page=$2
	shift 2
	[ $# -eq 0 ] || grep -qE "^\.(It )?Cm ([a-z-]+ . )*$1( |\$)" "$page" ||
		drift "$page: the verb $1 is missing"
	for option in $("$bin/$command" "$@" --help |
		sed -n 's/^  \(-.,\|   \) --\([a-z0-9-]*\).*/\2/p'); do
		check_option "$page" "$option"
	done
	"$bin/$command" "$@" --list-columns >"$work/columns" 2>/dev/null || return 0
	missing_columns "$work/columns" "$page" >"$work/missing"
	# Where this page has no entry of them, one that it points to has.
	[ $(($(wc -l <"$work/missing") * 2)) -lt "$(wc -l <"$work/columns")" ] ||
		missing_columns "$work/columns" "$work/with-others" >"$work/missing"
	for column in $(cat "$work/missing"); do
		drift "$page: the column $column of ${1-} is missing"
	done
}

for command in $commands; do
	page=man/$command.1
	if [ ! -f "$page" ]; then
		drift "$page: there is no page of $command"
		continue
	fi
	for section in NAME SYNOPSIS DESCRIPTION 'EXIT STATUS' EXAMPLES 'SEE ALSO'; do
		grep -q "^\.Sh $section\$" "$page" || drift "$page: has no $section"
	done
	# Columns may stand in the page of another command that it points to.
	others=$(sed -n 's|^\.Xr \(osq-[a-z]*\) 1.*|man/\1.1|p' "$page" | sort -u)
	# shellcheck disable=SC2086  # words are what is wanted
	cat "$page" $others >"$work/with-others" 2>/dev/null || :
	verbs=$("$bin/$command" --complete '' | cut -f 1)
	[ -n "$verbs" ] || check_verb "$command" "$page"
	for verb in $verbs; do
		check_verb "$command" "$page" "$verb"
	done
	grep -q "Xr $command 1" man/osq.7 || drift "man/osq.7: $command is missing"
	for script in osq.bash _osq osq.fish; do
		grep -qE "(complete|compdef|for command) .*$command( |;|\$)" "completions/$script" ||
			drift "completions/$script: $command is missing"
	done
done

for report in $("$bin/osq-report" --complete '' | cut -f 1); do
	for section in $("$bin/osq-report" --complete "$report" --section '' | cut -f 1); do
		has_word man/osq-report.1 "$section" ||
			drift "man/osq-report.1: the section $section of $report is missing"
	done
done

# The policies: how they are written in the rules, and each with its entry in the manual.
sed -n '/^const struct word policy_words/,/^};/s/.*\.code = "\([^"]*\)".*/\1/p' \
	lib/office/rules/policy.c >"$work/policies"
[ -s "$work/policies" ] || drift 'lib/office/rules/policy.c: policy_words is not where it was'
while read -r policy; do
	written=$(printf '%s\n' "$policy" |
		sed 's/ N:M/ Ar N : Ns Ar M/; s/Ar M \(.*\)/Ar M Cm \1/')
	grep -qx "\.It Cm $written" man/osq-call.1 ||
		drift "man/osq-call.1: the policy $policy is missing"
done <"$work/policies"

# Exit codes and environment in the tour.
for code in $(sed -n '/^enum status/,/^}/s/.*= \([0-9]*\),.*/\1/p' lib/base/error.h); do
	grep -q "^\.It $code\$" man/osq.7 || drift "man/osq.7: exit status $code is missing"
done
for name in $(grep -rhoE '(getenv|environment)\("[A-Z_]+"\)' lib cmd |
	sed 's/.*"\(.*\)".*/\1/' | sort -u); do
	[ "$name" = TERM ] || [ "$name" = PATH ] || grep -q "^\.It Ev .*$name" man/osq.7 ||
		drift "man/osq.7: \$$name is missing"
done

# ---- osq-store(5) ----

store=man/osq-store.5

# The entry of NAME ($2) in a section ($1) of the page, to its own end.
entry() {
	awk -v section=".Sh $1" -v name=".It Cm $2" '
		/^\.Sh / { inside = $0 == section }
		inside && ($0 == name || index($0, name " No") == 1) { on = 1; print; next }
		on && /^\.El/ { exit }
		on' "$store"
}

for setting in $("$bin/osq-admin" --complete config '' | cut -f 1); do
	case $setting in # each language has one
	say_??) setting='say_ Ns Ar LANGUAGE' ;;
	esac
	[ -n "$(entry SETTINGS "$setting")" ] || drift "$store: the setting $setting is missing"
done

# Each table, and each of its columns; one that is made anew ends under its old name.
schema_columns() {
	awk '/^CREATE TABLE/ { table = $3; print table, "" }
		table && /^\t[a-z_]+ (INTEGER|TEXT|REAL|BLOB|ANY)/ { print table, $1 }
		/^\)/ { table = "" }
		/^ALTER TABLE .* ADD / { print $3, $(NF > 5 && $5 == "COLUMN" ? 6 : 5) }' \
		lib/store/schema/*.sql |
		sed 's/^\([a-z_]*\)_new /\1 /' | sort -u
}

sed -n 's/^ALTER TABLE \(.*\) DROP COLUMN \(.*\);/\1 \2/p' lib/store/schema/*.sql >"$work/gone"
schema_columns | grep -vxFf "$work/gone" >"$work/columns"
while read -r table column; do
	entry TABLES "$table" >"$work/entry"
	if [ ! -s "$work/entry" ]; then
		[ -n "$column" ] || drift "$store: the table $table is missing"
	elif [ -n "$column" ] && ! has_word "$work/entry" "$column"; then
		drift "$store: the column $table.$column is missing"
	fi
done <"$work/columns"

"$bin/osq-admin" init -d "$work/osq.db" >/dev/null
kind_columns() { # KIND
	case $1 in
	# What an import takes: not what is derived.
	dossiers) "$bin/osq-dossier" export --list-columns |
		grep -vxE 'field|standing|province_words' ;;
	*) "$bin/osq-admin" list -d "$work/osq.db" "$1" --csv | head -n 1 | tr , '\n' ;;
	esac
}
for kind in $("$bin/osq-admin" --complete import '' | cut -f 1) dossiers; do
	entry REGISTERS "$kind" >"$work/entry"
	[ -s "$work/entry" ] || drift "$store: the register $kind is missing"
	for column in $(kind_columns "$kind"); do
		grep -qE "^\.It Cm ([a-z_0-9]+ , )*$column( |\$)" "$work/entry" ||
			drift "$store: the column $column of $kind is missing"
	done
done

# The version of a schema is the place of its step: two of one number would run in another
# order than they were made for.
number=0
for step in lib/store/schema/*.sql; do
	number=$((number + 1))
	case ${step##*/} in
	"$(printf %04d $number)"-*) ;;
	*) drift "$step: is step $number of the schema" ;;
	esac
done

# ---- closed lists of words ----

# The words of NAME, a table of struct word or a macro of one, as the source has them.
words_of() { # NAME
	grep -rhE '' --include='*.[ch]' lib | awk -v name="$1" '
		$0 ~ "struct word " name "\\[\\] =" { table = 1 }
		$0 ~ "^#define " name "[^A-Za-z_]" { macro = 1 }
		table || macro
		/};/ { table = 0 }
		!/\\$/ { macro = 0 }' | tr -s '\\\n\t ' ' ' |
		grep -oE '\{ (\.code = )?"[a-z_-]+"' | cut -d '"' -f 2 | sort -u
}

# "TABLE.COLUMN WORD" for each word that a CHECK binds a column to.
sqlite3 "$work/osq.db" "SELECT name || ' ' || replace(replace(sql, char(10), ' '), char(9), ' ')
	FROM sqlite_master WHERE type = 'table' AND sql LIKE '%CHECK%'" |
	while read -r table sql; do
		printf '%s\n' "$sql" | grep -oE "[a-z_]+ (= '[a-z_-]+'|(NOT )?IN \('[^)]*\))" |
			awk -F "'" -v table="$table" '{
				sub(/ .*/, "", $1)
				for (i = 2; i < NF; i += 2)
					print table "." $1, $i
			}'
	done | sort -u >"$work/bound"

# Whose words each column has, and of these the ones that it never has.
cat >"$work/lists" <<'END'
counter_period.state counter_states closed
dossier.channel procedure_channels
dossier.pause_kind dossier_pause_kinds
dossier.refused yes_no
dossier.status DOSSIER_STATUSES
dossier_intake.collect procedure_channels
dossier_paper.kind procedure_paper_kinds
dossier_paper.required yes_no
holiday.kind holiday_kinds
hours.counts yes_no
payment.method payment_methods
procedure.online_unit time_units
procedure.post_unit time_units
procedure.time_unit time_units
procedure_paper.kind procedure_paper_kinds
procedure_paper.required yes_no
procedure_step.time_unit time_units day same-day
procedure_version.online_unit time_units
procedure_version.post_unit time_units
procedure_version.time_unit time_units
service.one_number_each yes_no
ticket_period.state visit_states
END
while read -r column list never; do
	sed -n "s/^$column //p" "$work/bound" >"$work/checked"
	words_of "$list" | grep -vxE "$(printf '%s' "${never:-none}" | tr ' ' '|')" >"$work/said"
	cmp -s "$work/checked" "$work/said" ||
		drift "lib/store/schema: $column has other words than $list"
done <"$work/lists"
# (A single word is a mark and no list.)
cut -d ' ' -f 1 "$work/bound" | uniq -d | while read -r column; do
	grep -q "^$column " "$work/lists" ||
		drift "lib/store/schema: whose words has $column? (the lists in drift.sh)"
done

# What is only suggested is of no closed list, or it would be typed a second time.
grep -rlE '^(static )?const struct word ' --include='*.c' lib cmd | xargs sed -nE \
	's/^[[:space:]]*(\[[A-Z_]+\] = )?\{ (\.code = )?"([a-z][a-z0-9_-]*)".*/\3/p' |
	sort -u >"$work/words"
grep -rhoE '\.suggest = "[^"]*"' --include='*.[ch]' lib cmd | cut -d '"' -f 2 | tr ' |' '\n' |
	grep -v '^@' | sort -u | comm -12 - "$work/words" | while read -r word; do
	drift "the word $word is of a closed list: .words has it, not .suggest"
done

# ---- what a floor does not do ----

# Print what PATTERN finds in the FILES under the heading WHY; comments do not count.
forbid() { # WHY PATTERN GREP-ARGUMENT...
	why=$1 pattern=$2
	shift 2
	grep -rnE "$pattern" --include='*.[ch]' "$@" 2>/dev/null |
		grep -vE '^[^:]*:[0-9]+:[[:space:]]*(/?\*|//)' |
		sed "s|\$|    <- $why|" >>"$found" || :
}

call='(^|[^a-zA-Z0-9_.>"|])'
forbid 'SQLite only behind lib/store' 'sqlite3_[a-z]|SQLITE_[A-Z]' cmd lib --exclude-dir=store
# (SQL has a printf too; its formats stand in apostrophes.)
forbid 'the office prints nothing' \
	"$call(v?f?printf|f?puts|f?putc|putchar|fwrite|perror)\\([^']" lib/office
forbid 'the office knows no command line' '\b(argc|argv|getopt)' lib/office
forbid 'memory comes from lib/base/mem.c' \
	"$call(malloc|calloc|realloc|reallocarray|strn?dup|v?asprintf)\\(" \
	cmd lib --exclude='mem.[ch]'
forbid 'statements run by query_, transactions by store_' \
	"${call}(store_exec|schema_[a-z]+|connection_open)\\(" cmd lib/cli lib/office lib/form
forbid 'SQL is made of constants alone' \
	'(printf|_print|fail)\([^;]*"[^"]*\b(SELECT|INSERT|UPDATE|DELETE) ' cmd lib
forbid 'SQL is asked by the office alone' \
	'"[^"]*\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) |\bquery_(open|row|rows|close)\(' lib/form lib/cli cmd


# ---- a rule stands once, in C; statements call it (lib/office/sql/lore.h) ----

forbid 'the local offset is LOCAL_OFFSET' '\b25200\b' cmd lib --exclude=moment.h
forbid 'a moment has local_day(), local_date(); a day is bound by day_moment()' \
	"\"[^\"]*(\\b86400\\b|\\b(strftime|unixepoch|julianday|date|datetime)\\(|'unixepoch')" \
	cmd lib --exclude=check_recount.c
forbid "a ticket's label is label()" "%03(d|lld|\" *PRI)|'%03" cmd lib --exclude=label.c
ended="'(rejected|withdrawn|stopped)'"
# check_recount.c counts by itself what the reports count.
forbid 'an end without a result is without_result()' "${ended}[^\"]*$ended" \
	cmd lib --exclude=check_recount.c

# Some words of a closed list, written out in a statement, are a fact that has a name: that
# of a list of is_word(), or of a text where an index wants one (visit.h).
cut -d ' ' -f 2 "$work/bound" | sort -u - "$work/words" >"$work/closed"
grep -rnoE "([a-z_.]+ IN \('[a-z_-]+', *'[^)]*|= '[a-z_-]+' OR [a-z_.]+ = '[a-z_-]+'.*)" \
	--include='*.[ch]' --exclude=visit.h --exclude=check_dossiers.c cmd lib |
	while IFS= read -r copy; do
		count=$(printf '%s\n' "${copy#*:*:}" | grep -oE "'[a-z_-]+'" | tr -d "'" | sort -u |
			comm -12 - "$work/closed" | wc -l)
		[ "$count" -lt 2 ] || drift "$copy    <- words of a closed list: is_word(), lore.h"
	done
grep -rhoE "is_word\('[^']*'" --include='*.[ch]' lib/office | cut -d "'" -f 2 | sort -u |
	while read -r list; do
		grep -qF "{ \"$list\", " lib/office/sql/lore.c || drift "is_word('$list'): no such list"
	done

for file in $(grep -rlE '^(<<<<<<<|>>>>>>>) ' cmd lib man po share tests ./*.md Makefile setup.sh); do
	drift "$file: has the marks of a merge"
done

[ ! -s "$found" ] || {
	sort -u "$found" >&2
	exit 1
}
