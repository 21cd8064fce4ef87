/* SPDX-License-Identifier: MIT */
/* osq-admin init: a new store, empty or with the sample office. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "admin.h"
#include "base/installed.h"
#include "base/intl.h"
#include "base/mem.h"
#include "cli/import_file.h"
#include "cli/output.h"
#include "cli/values.h"
#include "office/core/caller.h"
#include "office/core/clock.h"
#include "office/core/setting.h"
#include "office/registers/register.h"
#include "office/registers/registers.h"
#include "office/sql/lore.h"
#include "store/claim.h"
#include "store/draft.h"
#include "store/part.h"

const struct cli_option admin_init_options[] = {
	{ .name = "name", .argument = "NAME", .help = N_("name of the office") },
	{ .name = "code",
	  .argument = "AGENCY",
	  .help = N_("agency code, such as H55.242") },
	{ .name = "sample", .help = N_("fill it with a sample office, ready to work") },
	{ 0 },
};

/* Create the folder of the store too, for a group to share (see osq-store(5)). */
static enum status
make_folder(const char *path)
{
	char *folder = mem_text(path);
	char *slash = strrchr(folder, '/');
	enum status st = OK;

	if (slash && slash != folder) {
		*slash = '\0';
		if (mkdir(folder, 0770) == 0) {
			(void)!chmod(folder, 02770);
			st = part_sync_folder(folder);
		} else if (errno != EEXIST)
			st = fail(CANT_CREATE, "%s: %s", folder, intl_error(errno));
	}
	free(folder);
	return st;
}

static enum status
import_sample(struct cli *cli)
{
	char place[64], file[PATH_MAX];
	struct import_result result;
	const struct reg *const *reg, *listed;
	enum status st = OK;

	for (reg = registers; *reg && !st; reg++) {
		if (*reg == &user_register) /* of a machine, not of an office */
			continue;
		snprintf(place, sizeof(place), "share/osq/sample/%s.csv", (*reg)->kind);
		installed_file(place, file); /* the import reports a missing file */
		listed = *reg;
		st = cli_import_file(cli, file, register_import, &listed, &result);
	}
	return st;
}

/* The settings of the sample office; its name is NAME, unless that is NULL.  They stand
 * here, since a file with lines KEY,SINCE,VALUE would need an importer of its own. */
static enum status
set_sample(struct office *office, const char *name)
{
	static const char *const sample[][3] = {
		{ "name", NULL, "Bộ phận Một cửa xã Trường Long A" },
		{ "agency", NULL, "000.17.22.H30" },
		{ "agency_name", NULL, "ỦY BAN NHÂN DÂN XÃ TRƯỜNG LONG A" },
		{ "authority", NULL, "HUYỆN CHÂU THÀNH A" },
		{ "receiver", NULL, "UBND huyện Châu Thành A" },
		{ "place", NULL, "Trường Long A" },
		{ "signer_right", NULL, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH" },
		{ "hotline", NULL, "0293 3953 100" },
		/* Two tiers of government: the district is gone, the office a centre. */
		{ "name", "2025-07-01",
		  "Trung tâm Phục vụ hành chính công xã Trường Long A" },
		{ "authority", "2025-07-01", "" },
		{ "receiver", "2025-07-01", "UBND thành phố Cần Thơ" },
	};
	enum status st = OK;
	size_t i;

	for (i = 0; i < sizeof(sample) / sizeof(*sample) && !st; i++)
		if (!name || strcmp(sample[i][0], "name") != 0)
			st = setting_set(office, sample[i][0], sample[i][2],
					 sample[i][1]);
	return st;
}

static enum status
begin_journal(struct office *office)
{
	const char *const detail[] = { "demonstration", clock_demonstrates(), NULL };
	enum status st = office_begin(office);

	if (st)
		return st;
	return office_end(office, office_journal(office, "init", NULL, detail));
}

static enum status
fill_register(struct cli *cli, const char *name)
{
	const char *agency = cli_value(cli, "code");
	enum status st = begin_journal(&cli->office);

	if (!st && cli_value(cli, "sample") && !(st = set_sample(&cli->office, name)))
		st = import_sample(cli);
	if (!st && name)
		st = setting_set(&cli->office, "name", name, NULL);
	if (!st && agency)
		st = setting_set(&cli->office, "agency", agency, NULL);
	return st;
}

/* So that the files beside the store are its owner's, whoever comes first. */
static enum status
make_claim(struct cli *cli)
{
	int fd;
	enum status st = claim_open(cli->office.store, CLAIM_VOICE, &fd);

	if (!st)
		close(fd);
	return st;
}

enum status
admin_init_verb(struct cli *cli)
{
	const char *name;
	enum status st;

	if ((st = cli_text(cli, "name", &name)) || (st = make_folder(cli->db)) ||
	    (st = store_create(cli->db, &office_lore, &cli->office.store)))
		return st;
	/* Until it has its name there is nothing to take back. */
	if ((st = fill_register(cli, name)) || (st = store_publish(&cli->office.store)) ||
	    (st = make_claim(cli)))
		return st;
	return output_label(cli, "db", cli->db);
}
