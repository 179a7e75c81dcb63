"""Tests of the house itself: imports, words, packaging and manners."""
