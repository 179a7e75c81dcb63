"""Sheets: everything about one thing as rows under tabs, each row with the field that it shows."""
