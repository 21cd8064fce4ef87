/* SPDX-License-Identifier: MIT */
#include "cli/main.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/complain.h"
#include "cli/complete.h"
#include "cli/opening.h"
#include "cli/output.h"
#include "cli/parse.h"
#include "cli/permission.h"
#include "cli/privilege.h"
#include "cli/session.h"
#include "office/core/act_day.h"

/* True for NULL, "" or digits.  Anything else is refused, since a command that silently
 * waits for another time than it was given would puzzle its user. */
static bool
is_timeout(const char *text)
{
	return !text || strspn(text, "0123456789") == strlen(text);
}

static enum status
run_command(struct cli *cli, int argc, char **argv)
{
	bool done = false;
	enum status st;

	if (cli->office.now < 0)
		return fail(USAGE, _("OSQ_NOW: '%s' is no time"), getenv("OSQ_NOW"));
	if (!is_timeout(getenv("OSQ_TIMEOUT")))
		return fail(USAGE, _("OSQ_TIMEOUT: '%s' is no number of seconds"),
			    getenv("OSQ_TIMEOUT"));
	if (argc > 1 && !strcmp(argv[1], "--complete"))
		return cli_complete(cli, argc - 2, argv + 2);
	if ((st = cli_parse(cli, argc, argv, &done)) || done)
		return st;
	if ((st = cli_check_identity(&cli->office.act)))
		return st;
	if (cli->verb->need == NEEDS_NOTHING || cli->verb->opens_itself)
		privilege_end();
	if (cli->verb->need != NEEDS_NOTHING && !cli->verb->opens_itself &&
	    ((st = cli_open_store(cli, cli_writes(cli) ? STORE_WRITE : STORE_READ)) ||
	     (st = act_day_settle(&cli->office, cli->verb->ends_day)) ||
	     (st = permission_check(cli)) || (st = cli_look(cli))))
		return st;
	st = cli->verb->run(cli);
	if (!st && cli->office.clock_back)
		cli_note(
			cli,
			_("the machine's clock is %lld s behind the last entry; recorded "
			  "at the time of that"),
			(long long)cli->office.clock_back);
	cli_end_look(cli); /* paging through a table may take long */
	st = output_close(cli, st);
	/* Of several operands some may have failed, with a message each; the others were
	 * tried. */
	if (cli->office.act.dry_run && (!st || cli->verb->most == OPERANDS_MANY))
		fprintf(stderr, "%s: %s\n", cli->command->name,
			_("a dry run: nothing was kept"));
	return st;
}

/* Check that the answer was written: a full disk or a closed pipe that swallows a
 * ticket's number is an error like any other. */
static enum status
finish_output(struct cli *cli, enum status st)
{
	if (fflush(stdout) == 0 && !ferror(stdout) &&
	    (fclose(stdout) == 0 || errno == EBADF))
		return st;
	if (st == IO_ERROR)
		return st; /* reported already */
	fail(IO_ERROR, _("the output could not be written: %s"), intl_error(errno));
	return worse(st, cli_complain_of_end(cli, IO_ERROR));
}

int
cli_main(const struct cli_command *command, int argc, char **argv)
{
	static struct cli cli; /* static: what it holds is left to the kernel */
	enum status st;

	privilege_begin();
	cli.command = command;
	mem_start();
	cli_tell_end_of_memory(&cli);
	signal(SIGXFSZ, SIG_IGN); /* a file limit is then an error */
	cli_read_environment(&cli);
	st = run_command(&cli, argc, argv);
	privilege_end(); /* before a message, where nothing was opened */
	if (st && *error_message())
		st = cli_complain_of_end(&cli, st);
	st = finish_output(&cli, st);
	store_leave(cli.office.store);
	return (int)st;
}
