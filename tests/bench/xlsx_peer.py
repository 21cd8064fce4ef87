#!/usr/bin/python3
"""The peer of our XLSX writer: the same list by python3-xlsxwriter in its
constant_memory mode.  usage: xlsx_peer.py ROWS FILE"""

import datetime
import sys

import xlsxwriter

rows, path = int(sys.argv[1]), sys.argv[2]
book = xlsxwriter.Workbook(path, {"constant_memory": True})
sheet = book.add_worksheet()
bold = book.add_format({"bold": True})
money = book.add_format({"num_format": "#,##0"})
moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
day = book.add_format({"num_format": "dd/mm/yyyy"})
wait = book.add_format({"num_format": "[h]:mm:ss"})
share = book.add_format({"num_format": "0.00%"})
headings = ["Code", "Procedure", "Field", "Applicant", "Number", "Fee", "Received", "Due",
            "Wait", "Share"]
for i, heading in enumerate(headings):
    sheet.write_string(0, i, heading, bold)
sheet.freeze_panes(1, 0)
due = datetime.date(2026, 11, 24)
for i in range(rows):
    row = i + 1
    sheet.write_string(row, 0, f"000.17.22.H56-210531-{i:06d}")
    sheet.write_string(row, 1, "1.001193")
    sheet.write_string(row, 2, "Hộ tịch")
    sheet.write_string(row, 3, f"Nguyễn Văn An {i}")
    sheet.write_number(row, 4, i)
    sheet.write_number(row, 5, 50000, money)
    sheet.write_number(row, 6, (1700000000 + i * 61 + 25200) / 86400 + 25569, moment)
    sheet.write_datetime(row, 7, due, day)
    sheet.write_number(row, 8, i % 90000 / 86400, wait)
    sheet.write_number(row, 9, 0.9512, share)
book.close()
