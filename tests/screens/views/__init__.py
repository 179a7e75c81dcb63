"""Tests of screens/views."""
