# osq: see README.md for the two commands that matter, ARCHITECTURE.md for the map.
# Commands find their data and their modules from where they lie themselves, so
# bin, lib/osq and share stay together under PREFIX.
PREFIX ?= /usr/local
MANDIR ?= $(PREFIX)/share/man
DESTDIR ?=
CC ?= cc
CFLAGS ?= -O2 -g
B ?= build
VERSION = 0.1.0

# A new command is a deliberate line here.
COMMANDS = osq-admin osq-ticket osq-call osq-board osq-dossier osq-rate osq-report

# What every command needs is linked in as archives, since looking up the names of
# shared libraries was a third of drawing a ticket; SQLITE=shared is for who must not.
SQLITE ?= static
ARCHIVES_static = sqlite3 jansson libutf8proc libmd
ARCHIVES = $(ARCHIVES_$(SQLITE))
SHARED = $(filter-out $(ARCHIVES),sqlite3 jansson libutf8proc libmd)
PKGS = $(ARCHIVES) $(SHARED)
WARN = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings \
	-Wvla -Wpointer-arith -Wundef -Wformat=2
HARDEN = -fstack-protector-strong -fPIC
ifeq (,$(findstring sanitize,$(CFLAGS)))
HARDEN += -D_FORTIFY_SOURCE=2
endif
# WERROR=-Werror in CI; a newer compiler's new warning must not stop a user.
WERROR ?=
override CPPFLAGS += -Ilib -I$B/gen -D_GNU_SOURCE -DOSQ_VERSION='"$(VERSION)"' \
	-DOSQ_PREFIX='"$(PREFIX)"' $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
override CFLAGS += -std=c11 $(WARN) $(WERROR) $(HARDEN) -MMD -MP
override LDFLAGS += -pie -Wl,-z,relro,-z,now -Wl,--as-needed
# -lNAME of an archive is -l:libNAME.a; what it wants itself (-lm) is shared all the same.
names := $(shell pkg-config --libs-only-l $(ARCHIVES) 2>/dev/null)
LDLIBS += $(names:-l%=-l:lib%.a) \
	$(filter-out $(names),$(shell pkg-config --static --libs $(ARCHIVES) 2>/dev/null)) \
	$(shell pkg-config --libs $(SHARED) 2>/dev/null) -lcsv -lm
ARCHIVE_FILES = $(foreach n,$(names),$(shell $(CC) -print-file-name=$(n:-l%=lib%.a)))

# Modules: what few runs need and what costs every start to link (ARCHITECTURE.md).
MODULES = form-xlsx form-slip
form-xlsx_SRC = $(wildcard lib/form/write/xlsx*.c)
form-xlsx_WITH = lib/form/common/cell.c lib/form/common/replace.c
form-xlsx_PKGS = xlsxwriter libutf8proc
form-slip_SRC = $(addprefix lib/form/slip/,qr.c raster.c escpos.c slip_module.c)
form-slip_WITH = lib/form/common/stream.c
form-slip_PKGS = pangocairo fontconfig libqrencode libutf8proc
# Their headers are not ours to warn of.
pkg_cflags = $(patsubst -I%,-isystem%,$(shell pkg-config --cflags $1 2>/dev/null))
MODULE_SRC = $(foreach m,$(MODULES),$($m_SRC))
MODULE_SO = $(MODULES:%=$B/lib/osq/%.so)
# Floors have rooms, and a room may have one inside.
in_rooms = $(wildcard $1/*/$2 $1/*/*/$2 $1/*/*/*/$2)
LIB_SRC = $(filter-out $(MODULE_SRC),$(call in_rooms,lib,*.c))
CMD_SRC = $(wildcard cmd/*.c cmd/*/*.c)
LIB_OBJ = $(LIB_SRC:%.c=$B/%.o)
BASE_OBJ = $(patsubst %.c,$B/%.o,$(wildcard lib/base/*.c))
SQL = $(sort $(wildcard lib/store/schema/*.sql))
UNIT_SRC = $(wildcard tests/unit/*_test.c)
UNITS = $(UNIT_SRC:%.c=$B/%)
BIN = $(COMMANDS:%=$B/bin/%)
SHARE = $(shell find share -type f 2>/dev/null)

all: $(BIN) $(MODULE_SO) $(SHARE:share/%=$B/share/osq/%)

$(BIN): $B/libosq.a $B/gen/linked
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -rdynamic -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LDLIBS)
# Its verbs are cmd/osq-NAME.c, or where they fill more than a file the folder cmd/NAME.
define COMMAND
$B/bin/osq-$1: $(patsubst %.c,$B/%.o,$(wildcard cmd/osq-$1.c cmd/$1/*.c))
endef
$(foreach c,$(COMMANDS),$(eval $(call COMMAND,$(c:osq-%=%))))

# What is linked in: an archive that was updated (its date may be an old one), another
# SQLITE=, or a source file that is gone, whose object nothing newer replaces, links all anew.
$B/gen/linked: FORCE
	@mkdir -p $(@D)
	@{ echo '$(LDLIBS) $(LIB_SRC) $(MODULE_SRC) $(CMD_SRC)' && cksum /dev/null $(ARCHIVE_FILES); } >$@.new || \
		{ echo 'without these archives: make SQLITE=shared' >&2; exit 1; }
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

$B/libosq.a: $(LIB_OBJ) $B/gen/linked
	@rm -f $@
	$(AR) rcs $@ $(filter %.o,$^)

# What a module needs of our library is linked in once more, since a command holds
# only the parts that it uses itself; where both have a function (fail() above all),
# the command's own is called, because commands export theirs (-rdynamic).  -z defs
# proves it whole.
define MODULE
$($1_SRC:%.c=$B/%.o): override CPPFLAGS += $$(call pkg_cflags,$($1_PKGS))
$B/lib/osq/$1.so: $($1_SRC:%.c=$B/%.o) $(BASE_OBJ) $($1_WITH:%.c=$B/%.o) $B/gen/linked
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS) -shared -Wl,-z,relro,-z,now,-z,defs,--as-needed -o $$@ $$(filter %.o,$$^) \
		$$(shell pkg-config --libs $($1_PKGS) 2>/dev/null) -lm
endef
$(foreach m,$(MODULES),$(eval $(call MODULE,$m)))

$B/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

# The schema's steps as C strings.
$B/lib/store/schema.o: $B/gen/schema_steps.h
# (Made anew at each build, so that a step or a language that is gone leaves it too.)
$B/gen/schema_steps.h: FORCE
	@mkdir -p $(@D)
	@sh lib/store/embed.sh $(SQL) >$@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# The translations too: a language is its po file.
$B/lib/base/language.o $B/lib/office/core/settings.o: $B/gen/catalogues.h
$B/gen/catalogues.h: FORCE
	@mkdir -p $(@D)
	@sh po/embed.sh $(sort $(wildcard po/*.po)) >$@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

$B/share/osq/%: share/%
	@mkdir -p $(@D)
	cp -p $< $@

$B/tests/unit/calendar_random_test $B/tests/unit/life_random_test: \
	$B/tests/unit/slow_calendar.o $B/tests/unit/slow_lunar.o
$B/tests/unit/lunar_test: $B/tests/unit/slow_lunar.o
$B/tests/unit/figures_random_test: $B/tests/unit/random_office.o \
	$B/tests/unit/slow_calendar.o $B/tests/unit/slow_lunar.o
$B/tests/unit/vietqr_test: $B/tests/unit/vietqr_reader.o
$B/tests/unit/%: $B/tests/unit/%.o $B/libosq.a $B/gen/linked
	$(CC) $(CFLAGS) $(LDFLAGS) -rdynamic -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LDLIBS) \
		-lcmocka

# What a shell, apt and nothing else must bring; only what is missing is installed.
deps:
	sh setup.sh

# The article's shop: its year, then one morning; see share/demo/run.sh.
demo: all
	B=$B sh share/demo/run.sh

TESTS = $(UNITS) $(sort $(wildcard tests/cmd/*.bats tests/fault/*.bats tests/lint/*.bats))
check: all $(UNITS)
	B=$B CC="$(CC)" prove --jobs 2 --exec '' $(TESTS)

# The same tests with their long forms.
soak: all $(UNITS)
	B=$B CC="$(CC)" OSQ_SOAK=1 prove --timer --exec '' $(TESTS)

# Beside their peers, in one table; BENCH_SCALE=0.1 for a quick look.
BENCH = $(addprefix $B/tests/bench/,pair crowd hall idle patterns bare dossiers \
	osq-ticket-nolock osq-call-nolock)
$(addprefix $B/tests/bench/,pair crowd hall idle patterns): %: %.o $B/tests/bench/timing.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lsqlite3 -lm
$B/tests/bench/bare $B/tests/bench/dossiers: %: %.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lsqlite3
define NOLOCK
$B/tests/bench/osq-$1-nolock: $(patsubst %.c,$B/%.o,$(wildcard cmd/$1/*.c))
endef
$(foreach c,ticket call,$(eval $(call NOLOCK,$c)))
$B/tests/bench/osq-%-nolock: $B/tests/bench/nolock.o $B/libosq.a $B/gen/linked
	$(CC) $(CFLAGS) $(LDFLAGS) -rdynamic -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LDLIBS)
bench: all $(BENCH)
	@B=$B sh tests/bench/run.sh

check-unit: all $(UNITS)
	B=$B prove --exec '' $(UNITS)

# The tests again under AddressSanitizer and UndefinedBehaviorSanitizer.
# (A module has its own copies of base, so of its tables of words too: not of two sizes.)
sanitize: export ASAN_OPTIONS = detect_odr_violation=1
sanitize: export LSAN_OPTIONS = suppressions=$(CURDIR)/tests/lsan.supp:print_suppressions=0
sanitize:
	$(MAKE) B=build-san check CFLAGS='-g -O1 -fno-omit-frame-pointer \
		-fsanitize=address,undefined -fno-sanitize-recover=all'

SHELL_FILES = setup.sh $(wildcard .ci/run tests/*/*.sh lib/store/*.sh po/*.sh share/*/*.sh \
	completions/*.bash)
# The analyser takes minutes, so it looks again only at what was compiled anew since.
TIDY = $(patsubst %.c,$B/%.tidy,$(LIB_SRC) $(MODULE_SRC) $(CMD_SRC))
$(TIDY): $B/%.tidy: $B/%.o .clang-tidy
	@echo tidy $*.c
	@clang-tidy --quiet $*.c -- $(CPPFLAGS) -std=c11 2>$@.err || { cat $@.err; exit 1; }
	@touch $@
$(MODULE_SRC:%.c=$B/%.tidy): override CPPFLAGS += \
	$(call pkg_cflags,$(foreach m,$(MODULES),$($m_PKGS)))
tidy: $(TIDY)
lint: all
	for t in tests/lint/*.sh; do B=$B sh $$t || exit 1; done
	shellcheck $(SHELL_FILES)
	shellcheck --shell=bats $(wildcard tests/*/*.bats tests/*/*.bash)
	mandoc -Tlint -W warning $(wildcard man/*.[1-9])
	for p in man/*.[1-9]; do test -z "$$(groff -K utf8 -Tutf8 -mdoc -ww -z $$p 2>&1)" || exit 1; done
	cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 -DOSQ_VERSION='""' \
		--enable=warning,performance,portability -Ilib -I$B/gen lib cmd
	$(MAKE) --no-print-directory -k -j "$$(nproc)" tidy

# SETGID=yes: the commands open the office's store for everybody, each as the register of
# users has him (osq-store(5)).  This makes a user of the machine, so it takes no DESTDIR.
SETGID ?= no
STORE_FOLDER = /var/lib/osq
install: all
ifeq ($(SETGID),yes)
	test -z "$(DESTDIR)"
	getent group osq >/dev/null || groupadd --system osq
	getent passwd osq >/dev/null || useradd --system --gid osq --no-create-home \
		--home-dir $(STORE_FOLDER) --shell /usr/sbin/nologin osq
	test -d $(STORE_FOLDER) || install -d -m 2770 -o osq -g osq $(STORE_FOLDER)
endif
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/osq
ifeq ($(SETGID),yes)
	install -m 2755 -g osq $(BIN) $(PREFIX)/bin
else
	install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin
endif
	install -m 644 $(MODULE_SO) $(DESTDIR)$(PREFIX)/lib/osq
	cd $B && find share -type f -exec install -D -m 644 '{}' '$(abspath $(DESTDIR)/$(PREFIX))/{}' ';'
	for page in man/*.[1-9]; do install -D -m 644 $$page \
		$(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/}; done
	for c in $(COMMANDS); do \
		install -D -m 644 completions/osq.bash \
			$(DESTDIR)$(PREFIX)/share/bash-completion/completions/$$c && \
		install -D -m 644 completions/osq.fish \
			$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/$$c.fish; done
	install -D -m 644 completions/_osq $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_osq

uninstall:
	rm -f $(COMMANDS:%=$(DESTDIR)$(PREFIX)/bin/%) \
		$(COMMANDS:%=$(DESTDIR)$(PREFIX)/share/bash-completion/completions/%) \
		$(COMMANDS:%=$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/%.fish) \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_osq
	for page in man/*.[1-9]; do rm -f $(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/}; done
	rm -rf $(DESTDIR)$(PREFIX)/lib/osq $(DESTDIR)$(PREFIX)/share/osq
ifeq ($(SETGID),yes)
	@# A store that is left belongs to somebody: then its user stays.
	if [ ! -d $(STORE_FOLDER) ] || rmdir $(STORE_FOLDER); then \
		! getent passwd osq >/dev/null || userdel osq; \
		! getent group osq >/dev/null || groupdel osq; \
	fi
endif

format:
	sh tests/lint/format.sh --write

clean:
	rm -rf build build-*

.PHONY: all deps demo check bench soak check-unit sanitize lint tidy install uninstall format clean FORCE
.SECONDARY:
-include $(LIB_SRC:%.c=$B/%.d) $B/tests/unit/slow_calendar.d $B/tests/unit/random_office.d $(MODULE_SRC:%.c=$B/%.d) $(CMD_SRC:%.c=$B/%.d) $(UNIT_SRC:%.c=$B/%.d) \
	$(patsubst %.c,$B/%.d,$(wildcard tests/bench/*.c))
