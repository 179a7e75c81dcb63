"""Tests of screens/welcome."""
