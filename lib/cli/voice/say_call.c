/* SPDX-License-Identifier: MIT */
#include "cli/voice/say_call.h"

#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"
#include "form/common/stream.h"
#include "form/voice/sentence.h"
#include "office/core/setting.h"
#include "office/queue/announce.h"

enum status
cli_say_language(struct cli *cli, const char **lang)
{
	if (output_is_asked(cli))
		return cli_usage(cli,
				 _("a sentence is printed as it is, in no other format"));
	*lang = cli_value(cli, "lang");
	if (!*lang)
		*lang = intl_language();
	return OK;
}

enum status
cli_say_wording(struct cli *cli, const char *lang, const char *counter,
		struct buf *wording, struct buf *name)
{
	char *key = mem_print("say_%s", lang);
	enum status st = setting_get(&cli->office, key, day_of(cli->office.now), wording);

	free(key);
	return st ? st : announce_counter_name(&cli->office, counter, name);
}

enum status
cli_say(struct cli *cli, const struct visit *visit, const char *lang)
{
	struct buf wording = { 0 }, name = { 0 }, sentence = { 0 };
	enum status st = cli_say_wording(cli, lang, visit->counter, &wording, &name);

	if (!st) {
		say_text(&sentence, lang, wording.text,
			 &(struct said){ visit->label, visit->counter, name.text });
		printf("%s\n", sentence.text);
		st = stream_flush(stdout);
	}
	buf_free(&wording);
	buf_free(&name);
	buf_free(&sentence);
	return st;
}
