#!/usr/bin/python3
"""The peer of our XLSX writer: the rows of a CSV file by python3-xlsxwriter in its
constant_memory mode.  Columns called ..._at hold a spreadsheet's moments, as
numbers; the rest is text.  usage: xlsx_peer.py CSV FILE"""

import csv
import sys

import xlsxwriter

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = csv.reader(file)
    head = next(rows)
    moments = [name.endswith("_at") for name in head]
    book = xlsxwriter.Workbook(sys.argv[2], {"constant_memory": True})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    for i, name in enumerate(head):
        sheet.write_string(0, i, name, bold)
    sheet.freeze_panes(1, 0)
    for n, row in enumerate(rows, 1):
        for i, cell in enumerate(row):
            if not cell:
                continue
            if moments[i]:
                sheet.write_number(n, i, float(cell), moment)
            else:
                sheet.write_string(n, i, cell)
    book.close()
