"""Tests of reports: documents and the formats that they are written in."""
