"""Tests of what is kept, on real databases."""
