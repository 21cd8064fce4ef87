#!/usr/bin/env bats
# What is written twice must agree; read with every test run.

@test "manual, help, completion and floors agree" {
	sh "$BATS_TEST_DIRNAME/drift.sh"
}

@test "whatever a test waits for has a limit" {
	cd "$BATS_TEST_DIRNAME/.."
	run grep -nE '^[[:space:]]*wait( |$)' cmd/*.bats cmd/hall.bash fault/*.bats
	echo "$output" # finished() waits instead
	[ "$status" -eq 1 ]
}

@test "every story can be started" {
	cd "$BATS_TEST_DIRNAME/.."
	run find . -name '*.bats' ! -perm -u+x
	echo "$output" # prove, which starts them, would end before the first test
	[ -z "$output" ]
}

@test "every message is translated" {
	sh "$BATS_TEST_DIRNAME/po.sh"
}

@test "a room knows only those of the table, and no files ask each other in a circle" {
	sh "$BATS_TEST_DIRNAME/floors.sh"
}

@test "a header is the face of its own .c, and what is for others is asked for" {
	ldd "$BATS_TEST_DIRNAME/../../${B:-build}/bin/osq-ticket" | grep -q libasan &&
		skip 'a sanitizer has its own malloc, so ours is not there to be listed'
	sh "$BATS_TEST_DIRNAME/faces.sh"
}

@test "all C is as clang-format has it" {
	run sh "$BATS_TEST_DIRNAME/format.sh"
	[[ $output != "passed over"* ]] || skip "$output"
	echo "$output"
	[ "$status" -eq 0 ]
}
