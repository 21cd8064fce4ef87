/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_CALLED_H
#define OSQ_OFFICE_CORE_CALLED_H

/*
 * SQL for the code of the dossier that somebody calls :code: who types it need not mind
 * its capitals.  Where codes of another system differ in nothing else, it is the one that
 * is typed as it stands.
 */
#define DOSSIER_CALLED                                                                   \
	"coalesce((SELECT n.code FROM dossier n WHERE n.code = :code), upper(:code))"

#endif
