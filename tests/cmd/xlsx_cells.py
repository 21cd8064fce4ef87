#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Print a workbook's cells as they are stored, without what a spreadsheet makes of
them: SHEET, CELL, TYPE and VALUE, parted by tabs.  TYPE is text, number, date,
formula or, where it is none of these, error."""

import datetime
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DATES = set(range(14, 23)) | set(range(45, 48))


def texts_of(book):
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    root = tree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in root]


def dated_styles(book):
    """The indexes of the styles that show a number as a date."""
    root = tree.fromstring(book.read("xl/styles.xml"))
    own = {
        int(f.get("numFmtId"))
        for f in root.iter(MAIN + "numFmt")
        if re.search(r"[dy]", re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", f.get("formatCode")))
    }
    formats = root.find(MAIN + "cellXfs")
    return {
        i
        for i, f in enumerate(formats)
        if int(f.get("numFmtId", "0")) in DATES | own
    }


def shown(serial):
    moment = datetime.datetime(1899, 12, 30) + datetime.timedelta(
        seconds=round(float(serial) * 86400)
    )
    return moment.strftime("%Y-%m-%d" if moment.time() == datetime.time() else "%Y-%m-%d %H:%M:%S")


def cell_of(cell, texts, dates):
    value = cell.find(MAIN + "v")
    kind = cell.get("t", "n")
    if cell.find(MAIN + "f") is not None:
        return "formula", cell.find(MAIN + "f").text
    if kind == "inlineStr":
        return "text", "".join(t.text or "" for t in cell.iter(MAIN + "t"))
    if value is None:
        return None, None
    if kind == "s":
        return "text", texts[int(value.text)]
    if kind != "n":
        return "error", kind
    if int(cell.get("s", "0")) in dates:
        return "date", shown(value.text)
    return "number", value.text


def main():
    with zipfile.ZipFile(sys.argv[1]) as book:
        assert book.testzip() is None
        texts, dates = texts_of(book), dated_styles(book)
        names = [
            s.get("name")
            for s in tree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")
        ]
        for number, name in enumerate(names, 1):
            sheet = tree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            for cell in sheet.iter(MAIN + "c"):
                kind, value = cell_of(cell, texts, dates)
                if kind:
                    print(name, cell.get("r"), kind, value.replace("\n", "\\n"), sep="\t")


main()
